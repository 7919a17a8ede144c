import assert from "node:assert/strict";
import { checkpointBody } from "../../../functions/unpack/job.ts";
import { jobsOf } from "../../../functions/unpack/landing-message.ts";
import { RESERVE_MS, unpackAll } from "../../../functions/unpack/unpack.ts";
import { STRIDE } from "../support/inputs.ts";
import { jobOf, Killed, MemoryWorld, type Options } from "./support/memory-world.ts";
import {
    cardFile,
    deliver,
    HEADER,
    KEY,
    manifestOf,
    quarantinedOrigins,
    quarantineLines,
    sentOrigins,
} from "./support/unpacking.ts";

describe("unpack killed between any two of its effects", () => {
    const files: { title: string; key: string; file: Uint8Array; units: number }[] = [
        { title: "a good file", key: KEY, file: Buffer.from(cardFile(400)), units: 400 },
        {
            title: "a faulty file",
            key: "card-network/a.csv",
            file: Buffer.from(`${cardFile(700)}\n${HEADER.replace("amount,", "")}\n`),
            units: 701,
        },
    ];
    for (const { title, key, file, units } of files) {
        for (const killAfter of [false, true]) {
            it(`loses and doubles nothing of ${title}, killed ${killAfter ? "after" : "before"} the world saw the effect`, async () => {
                const whole = new MemoryWorld();
                const effects = await countEffects(whole, key, file);
                assert.ok(effects >= 5, `only ${effects} effects`);
                for (let killAt = 1; killAt <= effects; killAt++) {
                    const world = new MemoryWorld();
                    world.put(key, file);
                    await assert.rejects(
                        deliver(world, key, () => ({ ...slow, killAt, killAfter })),
                        isKilled,
                    );
                    await settled();
                    await deliver(world, key, () => slow);
                    const origins = new Set([...sentOrigins(world), ...quarantinedOrigins(world)]);
                    assert.equal(origins.size, units, `killed at effect ${killAt}`);
                    assert.deepEqual(perOrigin(world), perOrigin(whole), `killed at effect ${killAt}`);
                    const { sha256, rows, sent, quarantined } = manifestOf(whole);
                    const again = manifestOf(world);
                    assert.deepEqual(
                        [again.sha256, again.rows, again.sent, again.quarantined],
                        [sha256, rows, sent, quarantined],
                    );
                }
            });
        }
    }

    const slow: Options = { chunk: 5000 };

    async function countEffects(world: MemoryWorld, key: string, file: Uint8Array): Promise<number> {
        world.put(key, file);
        await deliver(world, key, () => slow);
        return world.effects;
    }

    it("loses and doubles nothing of a file in several hands, killed anywhere in any of them", async () => {
        const hands = (): (() => Options) => {
            let allowance = 0;
            return () => {
                allowance += 30;
                const chunks = allowance;
                return { chunk: 1000, remainingMs: (asked) => (asked > chunks ? 0 : RESERVE_MS) };
            };
        };
        const whole = new MemoryWorld();
        whole.put(KEY, cardFile(4000));
        assert.ok((await deliver(whole, KEY, hands())) >= 3);
        for (let hand = 1; hand <= 3; hand++) {
            for (let killAt = 1; ; killAt += STRIDE) {
                const world = new MemoryWorld();
                world.put(KEY, cardFile(4000));
                const options = hands();
                let delivered = 0;
                let died = false;
                const waiting = [checkpointBody(jobOf(KEY))];
                while (waiting.length > 0) {
                    const body = waiting[0] ?? "";
                    delivered++;
                    const kill = delivered === hand && !died ? { killAt } : {};
                    try {
                        await unpackAll(jobsOf(body), world.ports({ ...options(), ...kill }));
                        waiting.shift();
                    } catch (error) {
                        assert.ok(isKilled(error));
                        died = true;
                    }
                    await settled();
                    waiting.push(...world.landing.splice(0));
                }
                assert.deepEqual(perOrigin(world), perOrigin(whole), `hand ${hand}, effect ${killAt}`);
                assert.equal(manifestOf(world).sent, manifestOf(whole).sent);
                if (!died) break;
            }
        }
    });

    /** What each origin became, however often it was sent. */
    function perOrigin(world: MemoryWorld): [string, string][] {
        const became = new Map<string, string>();
        for (const { body, attributes } of world.bulk) became.set(attributes.origin?.StringValue ?? "", body);
        for (const { origin, reason } of quarantineLines(world)) became.set(origin, reason);
        return [...became].sort(([a], [b]) => (a < b ? -1 : 1));
    }

    function isKilled(error: unknown): boolean {
        return error instanceof Killed || (error instanceof Error && error.cause instanceof Killed);
    }

    /** What was in flight when the process died has ended. */
    async function settled(): Promise<void> {
        await new Promise((resolve) => setImmediate(resolve));
    }
});
