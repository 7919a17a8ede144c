import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { CardNumberError, refuseCardNumbers } from "../../../functions/adapters/card-guard.ts";
import type { OutgoingMessage, QueueSender } from "../../../functions/adapters/queue.ts";
import { copyManifest, loadId, manifestKey } from "../../../functions/load/one-load.ts";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { emptyCloud, portsTo } from "../support/cloud.ts";
import { inputs } from "../support/inputs.ts";
import * as scoring from "../support/score-runs.ts";
import { delivery, quarantined, run } from "../support/screen-runs.ts";
import { transaction } from "../support/transactions.ts";
import { MemoryWorld } from "../unpack/support/memory-world.ts";
import { cardFile, KEY, manifestOf, quarantineLines } from "../unpack/support/unpacking.ts";

/** A queue whose guard found something in the messages of this id, which no step before it has found. */
function stopping(queue: QueueSender, id: string): QueueSender {
    const isStopped = ({ body }: OutgoingMessage): boolean => JSON.parse(body).id === id;
    return {
        send: async (messages) => {
            await queue.send(messages.filter((message) => !isStopped(message)));
            return messages.map((message) =>
                isStopped(message)
                    ? { status: "rejected", reason: new CardNumberError("stopped") }
                    : { status: "fulfilled", value: undefined },
            );
        },
    };
}

describe("what the guard at an exit stops", () => {
    it("of a file's rows is quarantined with its reason in the same run, and the file is done", async () => {
        const world = new MemoryWorld();
        const ports = world.ports();
        const job = world.put(KEY, cardFile(8));
        const { state } = await unpack(job, { ...ports, bulk: stopping(ports.bulk, "card-network:t4") });
        assert.equal(state, "done");
        const { rows, sent, quarantined: refused } = manifestOf(world);
        // Each third has no amount.
        assert.deepEqual({ rows, sent, refused }, { rows: 8, sent: 5, refused: 3 });
        const [line] = quarantineLines(world).filter(({ reason }) => reason === "contains-card-number");
        assert.equal(line?.origin, `s3:${KEY}#v1#4`);
        assert.match(line?.content ?? "", /"id":"card-network:t4"/);
        assert.ok(world.published.some((text) => text.includes('"kind":"contains-card-number"')));
    });

    it("of a file that goes on in another run is counted there too", async () => {
        const world = new MemoryWorld();
        let clock = 900_000;
        const ports = world.ports({ chunk: 200, remainingMs: () => clock });
        const bulk = stopping(ports.bulk, "card-network:t1");
        const job = world.put(KEY, cardFile(20));
        const counted = async function* (bytes: AsyncIterable<Uint8Array>) {
            for await (const chunk of bytes) {
                clock -= 800_000;
                yield chunk;
            }
        };
        const open = async (of: typeof job) => counted(await ports.open(of));
        const first = await unpack(job, { ...ports, bulk, open });
        assert.equal(first.state, "continued");
        clock = 900_000;
        await unpack(first.job, { ...ports, bulk });
        const { rows, sent, quarantined: refused } = manifestOf(world);
        assert.deepEqual([rows, sent + refused, world.bulk.length], [20, 20, sent]);
    });

    it("of screened messages, at a queue or the ledger, is quarantined at once and does not come again", async () => {
        for (const where of ["queue", "ledger"]) {
            const cloud = emptyCloud();
            const ports = portsTo(cloud);
            const stopped: typeof ports =
                where === "queue"
                    ? { ...ports, screened: stopping(ports.screened, "live:2") }
                    : {
                          ...ports,
                          ledger: {
                              ...ports.ledger,
                              claim: async (claims) => {
                                  const free = claims.filter(({ id }) => id !== "live:2");
                                  const outcomes = await ports.ledger.claim(free);
                                  return claims.map(({ id }) =>
                                      id === "live:2"
                                          ? { status: "rejected", reason: new CardNumberError("stopped") }
                                          : (outcomes[free.findIndex((one) => one.id === id)] ?? assert.fail()),
                                  );
                              },
                          },
                      };
            const batch = ["live:1", "live:2", "live:3"].map((id) => delivery({ id }));
            const { outcome, again } = await run(cloud, batch, { ports: stopped });
            assert.deepEqual(again, [], where);
            assert.deepEqual([outcome.forwarded, outcome.quarantined, outcome.failures.size], [2, 1, 0], where);
            assert.deepEqual(
                [...quarantined(cloud).values()].map(({ reason }) => reason),
                ["contains-card-number"],
            );
            assert.deepEqual(
                cloud.screened.map(({ body }) => JSON.parse(body).id),
                ["live:1", "live:3"],
            );
        }
    });

    it("of scored messages, which have no quarantine, fails those of the account alone, to be parked", async () => {
        const cloud = emptyCloud();
        const ports = portsTo(cloud);
        const some = ["1", "2"].map((number) => transaction({ id: `live:${number}`, accountId: `account-${number}` }));
        scoring.forwarded(cloud, some);
        const activity = {
            ...ports.activity,
            add: async (all: readonly { id: string }[]) => {
                await ports.activity.add(all.filter(({ id }) => id !== "live:2") as typeof some);
                return all.map(
                    ({ id }): PromiseSettledResult<void> =>
                        id === "live:2"
                            ? { status: "rejected", reason: new CardNumberError("stopped") }
                            : { status: "fulfilled", value: undefined },
                );
            },
        };
        const { again, outcome } = await scoring.run(cloud, some, { ports: { ...ports, activity } });
        assert.deepEqual(
            again.map(({ id }) => id),
            ["live:2"],
        );
        assert.ok(outcome.failures.get("m-live:2") instanceof CardNumberError);
    });

    it("is nothing that a load writes, whatever the hashes in its names", () => {
        const hash = (number: number): string => createHash("sha256").update(String(number)).digest("hex");
        fc.assert(
            fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 50 }), (numbers) => {
                const objects = numbers.map((number) => ({
                    key: `transactions/date=2026-03-02/${hash(number)}.ndjson.gz`,
                    deliveries: [`${hash(number)}#1`],
                }));
                const manifest = copyManifest("compliance-prod-records-453957876362", objects);
                refuseCardNumbers("an object", [manifest, manifestKey(loadId(objects))]);
            }),
            inputs(500),
        );
    });
});
