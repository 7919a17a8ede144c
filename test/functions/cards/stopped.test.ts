import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { CardNumberError, refuseCardNumbers, withoutCardNumbers } from "../../../functions/adapters/card-guard.ts";
import type { OutgoingMessage, QueueSender } from "../../../functions/adapters/queue.ts";
import { copyManifest, loadId, manifestKey } from "../../../functions/load/one-load.ts";
import { parkedKey } from "../../../functions/park/parked.ts";
import { parkedMessage } from "../../../functions/park/parked-message.ts";
import { alertIdOf } from "../../../functions/score/alerts.ts";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { emptyCloud, portsTo } from "../support/cloud.ts";
import { inputs } from "../support/inputs.ts";
import * as scoring from "../support/score-runs.ts";
import { delivery, quarantined, run } from "../support/screen-runs.ts";
import { sqsRecord } from "../support/sqs-record.ts";
import { transaction } from "../support/transactions.ts";
import { MemoryWorld } from "../unpack/support/memory-world.ts";
import { cardFile, KEY, manifestOf, quarantineLines } from "../unpack/support/unpacking.ts";

const CARD = "4539578763621486";

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

    it("is nothing that the platform names, whatever the digits of its hashes, counters and UUIDs", () => {
        const hash = `ab${CARD}c`.padEnd(64, "0");
        const md5 = hash.slice(0, 32);
        const uuid = `${CARD.slice(0, 8)}-${CARD.slice(8, 12)}-${CARD.slice(12)}-9111-11111111111a`;
        const put = { eventName: "ObjectCreated:Put", eventTime: "2026-03-02T08:00:00.000Z" };
        const object = { key: "card-network/a.csv", eTag: md5, sequencer: `00${CARD.slice(0, 13)}A1`, size: 1 };
        const notification = JSON.stringify({ Records: [{ ...put, s3: { bucket: { name: "landing" }, object } }] });
        const record = sqsRecord({ messageId: uuid, body: notification, queue: "landing-dead" });
        const parked = parkedMessage(record, "2026-03-02T08:00:00.000Z");
        assert.equal(parked.notReplayable, undefined);
        const objects = [{ key: `transactions/date=2026-03-02/${hash}.ndjson.gz`, deliveries: [`${uuid}#1`] }];
        const names = {
            "a load's manifest": copyManifest("compliance-prod-records-453957876362", objects),
            "the key of a load's manifest": manifestKey(hash),
            "the key of a refused message": `rows/${hash}.json`,
            "a file's manifest": JSON.stringify({ file: "card-network/a.csv", versionId: md5, sha256: hash }),
            "a report's manifest": JSON.stringify({ files: [{ querySha256: hash, sha256: hash }], execution: uuid }),
            "a manifest of what is learnt": JSON.stringify({ sha256: { train: hash, evaluation: hash } }, undefined, 4),
            "an origin in a version's hash": `s3:card-network/a.csv#${md5}#1`,
            "the origin of a live message": `sqs:${uuid}`,
            "a parked message": JSON.stringify(parked),
            "the key of a parked message": parkedKey(parked),
            "the key of a batch": `received/sanctions-list/${uuid}/${hash}.ndjson`,
            "the name of an alert": alertIdOf("live:1"),
        };
        for (const [what, text] of Object.entries(names)) {
            assert.doesNotThrow(() => refuseCardNumbers("an exit", [text]), what);
            assert.equal(withoutCardNumbers(text), text, what);
        }
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
            { ...inputs(500), examples: [[[399117966, 790279497, 569533308, 1365475444]], [[2038453819, 1539919848]]] },
        );
    });
});
