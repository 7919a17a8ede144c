import assert from "node:assert/strict";
import { type Running, startServices } from "./running-services.ts";
import { sharedServices } from "./shared-services.ts";

/** A behaviour that the services have with a correction, and lose when it is left out. */
export function itNeeds<Seen>(correction: string, test: Behaviour<Seen>): void {
    it(test.behaviour, async () => {
        test.expect(await test.observe(await sharedServices()));
    });

    it("is what the correction is for: without it that fails", async () => {
        const running = await startServices([correction]);
        try {
            const seen = await test.observe(running);
            assert.throws(() => test.expect(seen), assert.AssertionError);
        } finally {
            await running.stop();
        }
    });
}

interface Behaviour<Seen> {
    /** A sentence that says what the services do. */
    readonly behaviour: string;
    observe(running: Running): Promise<Seen>;
    expect(seen: Seen): void;
}
