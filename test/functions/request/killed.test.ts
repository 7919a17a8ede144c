import assert from "node:assert/strict";
import type { RunStatus, Runs } from "../../../functions/request/ports.ts";
import { request } from "../../../functions/request/request.ts";
import { type Death, Killed, SharedWorld } from "../receive/killed-world.ts";

const run = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

/** A factory that brings what it is asked for, whatever becomes of who asked. */
class Factory implements Runs {
    readonly world = new SharedWorld();
    readonly statuses = new Map<string, RunStatus>();
    calls = 0;
    death: Death | undefined;
    #number = 0;
    rating: "low" | "high" | "medium" = "low";

    start = (): Promise<string> =>
        this.#call(async () => {
            const id = run(++this.#number);
            this.statuses.set(id, (await this.world.bring(id, [this.rating])) as RunStatus);
            return id;
        });
    status = (id: string): Promise<RunStatus> => this.#call(async () => this.statuses.get(id) ?? "Failed");
    cancel = (): Promise<void> => this.#call(async () => undefined);

    async #call<Result>(act: () => Promise<Result>): Promise<Result> {
        const here = this.death?.at === this.calls++ ? this.death.when : undefined;
        if (here === "before") throw new Killed();
        const result = await act();
        if (here === "after") throw new Killed();
        return result;
    }
}

describe("request, killed at every step", () => {
    const ask = (factory: Factory) =>
        request(["customer-risk-ratings"], { runs: factory, pause: async () => undefined, remainingMs: () => 900_000 });

    for (const when of ["before", "after"] as const) {
        it(`leaves the former set or the whole new one, and the next one makes it good: ${when} each call`, async () => {
            let at = 0;
            for (; ; at++) {
                const factory = new Factory();
                await ask(factory);
                assert.equal(await factory.world.said(), "low");
                Object.assign(factory, { calls: 0, death: { at, when }, rating: "high" });
                const asked = ask(factory);
                const died = await asked.then(
                    () => false,
                    () => true,
                );
                if (factory.calls <= at) break;
                assert.ok(died, `nobody knows that call ${at} had no answer`);
                const began = !(at === 0 && when === "before");
                assert.equal(await factory.world.said(), began ? "high" : "low", `call ${at}`);
                Object.assign(factory, { death: undefined, rating: "medium" });
                assert.equal((await ask(factory)).length, 1);
                assert.equal(await factory.world.said(), "medium", `after call ${at}`);
            }
            assert.equal(at, 2, "a run is started and watched");
        });
    }
});
