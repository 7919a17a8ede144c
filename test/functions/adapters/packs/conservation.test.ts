import assert from "node:assert/strict";
import type { SQSRecord } from "aws-lambda";
import fc from "fast-check";
import { canonicalJson } from "../../../../contract/transaction/transaction.ts";
import { packed } from "../../../../functions/adapters/packs/pack.ts";
import { PackingSender } from "../../../../functions/adapters/packs/packing-sender.ts";
import { packedQueues, Received } from "../../../../functions/adapters/packs/received.ts";
import type { OutgoingMessage } from "../../../../functions/adapters/queue.ts";
import { deliveryOf } from "../../../../functions/screen/delivery.ts";
import { screen } from "../../../../functions/screen/screen.ts";
import { type Cloud, emptyCloud, type Fault, portsTo } from "../../support/cloud.ts";
import { NOW, quarantined } from "../../support/screen-runs.ts";
import { sqsRecord } from "../../support/sqs-record.ts";
import { transaction } from "../../support/transactions.ts";

const URL = "https://sqs.eu-west-1.amazonaws.com/111122223333/bulk";

/** A row out of a file: a transaction, or what nobody can read. */
function row(number: number, id: string, changes: object = {}): OutgoingMessage {
    const body = id === "poison" ? "poison" : canonicalJson({ ...transaction({ id }), ...changes });
    const text = (StringValue: string) => ({ DataType: "String" as const, StringValue });
    return { body, attributes: { origin: text(`s3:a.csv#1#${number}`), receivedAt: text("2026-03-02T12:00:30.000Z") } };
}

let messageNumber = 0;

function record({ body, attributes }: OutgoingMessage): SQSRecord {
    const values = Object.fromEntries(Object.entries(attributes).map(([name, one]) => [name, one.StringValue]));
    return sqsRecord({ messageId: `m-${++messageNumber}`, body, queue: "bulk", attributes: values });
}

/** One run of `screen` on packs, as its handler does it; what the queue has afterwards. A kill leaves everything there. */
async function screenPacks(cloud: Cloud, queue: readonly SQSRecord[], fault?: Fault) {
    const ports = portsTo(cloud, fault);
    const bulk: OutgoingMessage[] = [];
    const again = portsTo({ ...cloud, screenedBulk: bulk }, fault);
    const packs = packedQueues([URL], () => ports.later);
    const mark = cloud.screenedBulk.length;
    const own = { ...ports, screenedBulk: new PackingSender(again.screenedBulk) };
    const received = new Received(queue, packs);
    const { failures } = await screen(received.messages.map(deliveryOf), own, NOW);
    const failed = await received.again(failures);
    const putBack = cloud.screenedBulk.splice(mark).map(record);
    cloud.screenedBulk.push(...bulk);
    const killed = fault?.kills === true && ports.effects() + again.effects() > fault.at;
    const left = queue.filter(({ messageId }) => killed || failed.has(messageId));
    return { queue: [...left, ...putBack], effects: ports.effects() };
}

/** Where each row ended, by origin. */
function endsOf(cloud: Cloud, origin: string): string[] {
    const sent = portsOf(cloud).filter((one) => one.origin === origin);
    const rows = [...cloud.ledger.values()];
    return [
        ...new Set(sent.map(({ id }) => `forwarded ${id}`)),
        ...rows.filter(({ duplicateOrigins }) => duplicateOrigins?.has(origin)).map(({ id }) => `duplicate ${id}`),
        ...(quarantined(cloud).has(origin) ? [`${quarantined(cloud).get(origin)?.reason}`] : []),
    ];
}

/** The transactions that `score` will receive. */
function portsOf(cloud: Cloud): { id: string; origin: string | undefined }[] {
    const scored = packedQueues(["https://sqs/1/bulk"], () => portsTo(cloud).later);
    return new Received(cloud.screenedBulk.map(record), scored).messages.map(({ body, messageAttributes }) => ({
        id: JSON.parse(body).id,
        origin: messageAttributes.origin?.stringValue,
    }));
}

describe("packs of transactions, killed or failing between any two effects", () => {
    const rows = fc.array(
        fc.record({
            id: fc.constantFrom("a:1", "a:2", "a:3", "a:4", "poison"),
            amountMinor: fc.constantFrom(100, 100, 200),
        }),
        { minLength: 1, maxLength: 60 },
    );
    const faults = fc.array(
        fc.record({
            at: fc.integer({ min: 0, max: 80 }),
            when: fc.constantFrom("before" as const, "after" as const),
            kills: fc.boolean(),
        }),
        { maxLength: 4 },
    );

    it("bring every row to exactly one end", async () => {
        await fc.assert(
            fc.asyncProperty(rows, faults, async (list, troubles) => {
                const cloud = emptyCloud();
                const messages = list.map(({ id, amountMinor }, number) => row(number, id, { amountMinor }));
                let queue = packed(messages).map(({ message }) => record(message));
                for (const fault of troubles) ({ queue } = await screenPacks(cloud, queue, fault));
                for (let round = 0; queue.length > 0; round++) {
                    assert.ok(round < 3, "something comes again and again");
                    ({ queue } = await screenPacks(cloud, queue));
                }
                for (const number of list.keys()) {
                    const ends = endsOf(cloud, `s3:a.csv#1#${number}`);
                    assert.equal(ends.length, 1, `row ${number}: ${ends.join()}`);
                }
            }),
            { numRuns: 200 },
        );
    });

    it("let the good rows of a pack pass beside one that keeps failing", async () => {
        const cloud = emptyCloud();
        const good = ["a:1", "a:2", "a:3"].map((id, number) => row(number, id));
        const queue = packed([...good, row(3, "poison")]).map(({ message }) => record(message));
        // The quarantine, first of the effects after the claims of three, refuses.
        const refused = await screenPacks(cloud, queue, { at: 4, when: "before", kills: false });
        assert.deepEqual(
            refused.queue.map(({ body, messageAttributes }) => [body, messageAttributes.pack?.stringValue]),
            [["poison", undefined]],
        );
        assert.deepEqual(
            portsOf(cloud)
                .map(({ id }) => id)
                .sort(),
            ["a:1", "a:2", "a:3"],
        );
    });
});
