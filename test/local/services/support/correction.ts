import assert from "node:assert/strict";
import { type Running, startServices } from "./running-services.ts";
import { sharedServices } from "./shared-services.ts";
import { sharedTrusting, startTrusting, type Trusting } from "./trusting.ts";

/** A behaviour that the services have with a correction, and lose when it is left out. */
export function itNeeds<Seen>(correction: string, test: Behaviour<Seen>): void {
    needs(correction, test, sharedServices, (without) => startServices(without));
}

/** The same for what a token of an issuer is good for. */
export function itNeedsWithIssuer<Seen>(correction: string, test: Behaviour<Seen, Trusting>): void {
    needs(correction, test, sharedTrusting, startTrusting);
}

function needs<Seen, Stood extends Running>(
    correction: string,
    test: Behaviour<Seen, Stood>,
    shared: () => Promise<Stood>,
    start: (without: readonly string[]) => Promise<Stood>,
): void {
    it(test.behaviour, async () => {
        test.expect(await test.observe(await shared()));
    });

    it("is what the correction is for: without it that fails", async () => {
        const running = await start([correction]);
        try {
            const seen = await test.observe(running);
            assert.throws(() => test.expect(seen), assert.AssertionError);
        } finally {
            await running.stop();
        }
    });
}

interface Behaviour<Seen, Stood = Running> {
    /** A sentence that says what the services do. */
    readonly behaviour: string;
    observe(running: Stood): Promise<Seen>;
    expect(seen: Seen): void;
}
