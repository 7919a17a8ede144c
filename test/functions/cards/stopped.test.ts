import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { CardNumberError, refuseCardNumbers, withoutCardNumbers } from "../../../functions/adapters/card-guard.ts";
import { packed } from "../../../functions/adapters/packs/pack.ts";
import { packedQueues, Received } from "../../../functions/adapters/packs/received.ts";
import type { OutgoingMessage, QueueSender } from "../../../functions/adapters/queue.ts";
import { copyManifest, loadId, manifestKey } from "../../../functions/load/one-load.ts";
import { parkedKey } from "../../../functions/park/parked.ts";
import { parkedMessage } from "../../../functions/park/parked-message.ts";
import { verdictOn } from "../../../functions/reconcile/verdict.ts";
import { alertIdOf } from "../../../functions/score/alerts.ts";
import { score } from "../../../functions/score/score.ts";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { emptyCloud, portsTo } from "../support/cloud.ts";
import { inputs } from "../support/inputs.ts";
import * as scoring from "../support/score-runs.ts";
import { delivery, quarantined, run } from "../support/screen-runs.ts";
import { sqsRecord } from "../support/sqs-record.ts";
import { transaction } from "../support/transactions.ts";
import { MemoryWorld } from "../unpack/support/memory-world.ts";
import { cardFile, KEY, manifestOf, quarantineLines } from "../unpack/support/unpacking.ts";
import { Exits } from "./support/exits.ts";

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
            // What was never claimed has no claim to end.
            assert.equal(cloud.ledger.get("live:2")?.state, where === "queue" ? "quarantined" : undefined);
        }
    });

    describe("of what is to be scored", () => {
        const some = ["1", "2", "3"].map((number) => transaction({ id: `live:${number}`, accountId: "account-1" }));
        /** The guard of the activity finds something in these, as that of any other table would. */
        const guarded = (ports: ReturnType<typeof portsTo>, ...ids: string[]): typeof ports => ({
            ...ports,
            activity: {
                ...ports.activity,
                add: async (all) => {
                    const outcomes = await ports.activity.add(all.filter(({ id }) => !ids.includes(id)));
                    return all.map(({ id }) =>
                        ids.includes(id)
                            ? { status: "rejected", reason: new CardNumberError("stopped") }
                            : (outcomes.shift() ?? assert.fail()),
                    );
                },
            },
        });

        it("is quarantined at once, and the others of its account are scored", async () => {
            const cloud = emptyCloud();
            scoring.forwarded(cloud, some);
            const { again, outcome } = await scoring.run(cloud, some, { ports: guarded(portsTo(cloud), "live:2") });
            assert.deepEqual([again, outcome.scored, outcome.quarantined], [[], 2, 1]);
            const [line, ...others] = quarantined(cloud).values();
            assert.deepEqual(others, []);
            assert.deepEqual(
                [line?.origin, line?.reason, line?.source],
                ["sqs:live:2", "contains-card-number", "live"],
            );
            assert.deepEqual(
                [...cloud.ledger.values()].map(({ id, state }) => [id, state]),
                [
                    ["live:1", "scored"],
                    ["live:2", "quarantined"],
                    ["live:3", "scored"],
                ],
            );
            const [told] = cloud.published.filter(({ message }) => message.kind === "contains-card-number");
            assert.deepEqual([told?.message.function, told?.message.origins], ["score", ["sqs:live:2"]]);
            assert.equal(verdictOn(cloud.ledger.get("live:2") ?? assert.fail(), Date.now()), undefined);
        });

        it("ends the same wherever a run dies or fails", async () => {
            const whole = emptyCloud();
            scoring.forwarded(whole, some);
            const { effects } = await scoring.run(whole, some, { ports: guarded(portsTo(whole), "live:2") });
            for (let at = 0; at < effects; at++) {
                for (const when of ["before", "after"] as const) {
                    for (const kills of [true, false]) {
                        const cloud = emptyCloud();
                        scoring.forwarded(cloud, some);
                        const fault = { at, when, kills };
                        const dying = guarded(portsTo(cloud, fault), "live:2");
                        const { again } = await scoring.run(cloud, some, { fault, ports: dying });
                        await scoring.run(cloud, again, { ports: guarded(portsTo(cloud), "live:2") });
                        const states = [...cloud.ledger.values()].map(({ state }) => state);
                        assert.deepEqual(states, ["scored", "quarantined", "scored"], JSON.stringify(fault));
                        assert.equal(quarantined(cloud).size, 1);
                    }
                }
            }
        });

        it("is claimed anew when it is sent again without the number, and scored", async () => {
            const cloud = emptyCloud();
            scoring.forwarded(cloud, some);
            await scoring.run(cloud, some, { ports: guarded(portsTo(cloud), "live:2") });
            const mended = { id: "live:2", accountId: "account-1", counterpartyId: "shop-2" };
            const { outcome } = await run(cloud, [delivery(mended)]);
            assert.equal(outcome.forwarded, 1);
            await scoring.run(cloud, [transaction(mended)]);
            assert.equal(cloud.ledger.get("live:2")?.state, "scored");
            assert.equal(quarantined(cloud).size, 1);
        });

        it("leaves what was scored before as it is", async () => {
            const cloud = emptyCloud();
            scoring.forwarded(cloud, some);
            await scoring.run(cloud, some);
            const [one] = scoring.messages(some);
            const question = { ...(one ?? assert.fail()), rescore: scoring.NOW };
            const { failures } = await score(
                [question],
                guarded(portsTo(cloud), "live:1"),
                scoring.settings,
                scoring.NOW,
            );
            assert.equal(failures.size, 0);
            assert.equal(cloud.ledger.get("live:1")?.state, "scored");
            assert.equal(quarantined(cloud).size, 0);
        });

        it("in a pack brings none of those beside it back", async () => {
            const cloud = emptyCloud();
            scoring.forwarded(cloud, some);
            const bodies = [...scoring.messages(some).map(({ body }) => body), `{"note":"${CARD}"}`];
            const [pack = assert.fail()] = packed(bodies.map((body) => ({ body, attributes: {} })));
            const attributes = Object.entries(pack.message.attributes).map(([name, one]) => [name, one.StringValue]);
            const record = sqsRecord({
                body: pack.message.body,
                attributes: Object.fromEntries(attributes),
                queue: "screened",
            });
            const queues = packedQueues(["https://sqs.invalid/1/screened"], () => new Exits().queue());
            const received = new Received([record], queues);
            const batch = received.messages.map(({ messageId, body }) => scoring.bare(messageId, body));
            // As it would be if the message merely failed: the queue takes it back no more than any other.
            const last = batch.at(-1)?.messageId ?? "";
            assert.equal((await received.again(new Map([[last, new Error("failed")]]))).size, 1);
            const outcome = await score(batch, portsTo(cloud), scoring.settings, scoring.NOW);
            assert.deepEqual([outcome.scored, outcome.quarantined], [3, 1]);
            assert.equal((await received.again(outcome.failures)).size, 0);
        });

        it("is put aside though nobody claimed it, since it could not even be put back", async () => {
            const cloud = emptyCloud();
            scoring.forwarded(cloud, some);
            const foreign = scoring.bare("m-0", `{"note":"${CARD}"}`);
            const attribute = { ...scoring.bare("m-1", "{}"), attributes: [CARD] };
            const harmless = scoring.bare("m-2", "{}");
            const batch = [foreign, attribute, ...scoring.messages(some), harmless];
            const outcome = await score(batch, portsTo(cloud), scoring.settings, scoring.NOW);
            assert.deepEqual([...outcome.failures.keys()], ["m-2"]);
            assert.deepEqual([outcome.scored, outcome.quarantined], [3, 2]);
            assert.ok([...quarantined(cloud).values()].every((line) => !JSON.stringify(line).includes(CARD)));
        });
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
