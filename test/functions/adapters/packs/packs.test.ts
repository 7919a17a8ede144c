import assert from "node:assert/strict";
import type { SQSRecord } from "aws-lambda";
import fc from "fast-check";
import { wasStopped } from "../../../../functions/adapters/card-guard.ts";
import { messagesIn, packed } from "../../../../functions/adapters/packs/pack.ts";
import { PackingSender } from "../../../../functions/adapters/packs/packing-sender.ts";
import { packedQueues, Received } from "../../../../functions/adapters/packs/received.ts";
import type { OutgoingMessage, QueueSender } from "../../../../functions/adapters/queue.ts";
import { Exits } from "../../cards/support/exits.ts";
import { sqsRecord } from "../../support/sqs-record.ts";

const fulfilled: PromiseSettledResult<void> = { status: "fulfilled", value: undefined };

function message(body: string, attributes: Record<string, string> = {}, delaySeconds?: number): OutgoingMessage {
    const all = Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: "String", StringValue }]);
    return { body, attributes: Object.fromEntries(all), ...(delaySeconds !== undefined && { delaySeconds }) };
}

/** As the queue hands it to a function. */
function received({ body, attributes }: OutgoingMessage, messageId = "m", queue = "bulk"): SQSRecord {
    const values = Object.entries(attributes).map(([name, one]) => [name, one.StringValue]);
    return sqsRecord({ body, messageId, queue, attributes: Object.fromEntries(values) });
}

/** What messages come to, by body and attributes. */
const contents = (records: readonly SQSRecord[]) =>
    records.map(({ body, messageAttributes }) => [
        body,
        Object.fromEntries(Object.entries(messageAttributes).map(([name, one]) => [name, one.stringValue])),
    ]);

const many = (count: number) =>
    Array.from({ length: count }, (_, index) => message(`{"id":"${index}"}`, { origin: `s3:a.csv#1#${index}` }));

class Queue implements QueueSender {
    readonly sent: OutgoingMessage[] = [];
    async send(messages: readonly OutgoingMessage[]) {
        this.sent.push(...messages);
        return messages.map(() => fulfilled);
    }
}

describe("a pack in which a guard stops a message", () => {
    it("is sent without it: those beside it go", async () => {
        const exits = new Exits();
        const messages = many(60).map((one, index) => (index === 7 ? message('{"id":"4539578763621486"}') : one));
        const outcomes = await new PackingSender(exits.queue()).send(messages);
        assert.deepEqual(
            outcomes.flatMap(({ status }, index) => (status === "rejected" ? [index] : [])),
            [7],
        );
        assert.ok(wasStopped(outcomes[7]));
        const sent = exits.messages().flatMap(({ body }) => body.match(/(?<="id":")\d+/g) ?? []);
        assert.deepEqual(
            sent.map(Number).sort((one, other) => one - other),
            [...messages.keys()].filter((index) => index !== 7),
        );
    });
});

describe("a pack of messages", () => {
    it("gives back every message with its attributes, whatever they hold", () => {
        const text = fc.string({ unit: "binary", maxLength: 40 });
        const one = fc.record({ body: text, origin: text, delay: fc.constantFrom(undefined, 900) });
        fc.assert(
            fc.property(fc.array(one, { maxLength: 130 }), (list) => {
                const sent = list.map(({ body, origin, delay }) => message(body, { origin }, delay));
                const packs = packed(sent);
                assert.deepEqual(
                    packs.flatMap(({ indexes }) => indexes),
                    sent.map((_, index) => index),
                );
                const back = packs.map(({ message }) => received(message)).flatMap((all) => messagesIn(all) ?? [all]);
                assert.deepEqual(
                    contents(back),
                    list.map(({ body, origin }) => [body, { origin }]),
                );
                for (const { message, indexes } of packs) {
                    for (const index of indexes) assert.equal(message.delaySeconds, list[index]?.delay);
                }
            }),
        );
    });

    it("holds at most 50 messages, and less than what SQS counts as one request", () => {
        assert.deepEqual(
            packed(many(120)).map(({ indexes }) => indexes.length),
            [50, 50, 20],
        );
        const long = Array.from({ length: 12 }, () => message("x".repeat(16 * 1024), { origin: "s3:a.csv#1#1" }));
        const packs = packed(long);
        assert.deepEqual(
            packs.map(({ indexes }) => indexes.length),
            [3, 3, 3, 3],
        );
        for (const { message } of packs) assert.ok(Buffer.byteLength(message.body) < 64 * 1024);
    });

    it("leaves a message that has no other beside it as it is", () => {
        const [alone] = many(1);
        assert.ok(alone);
        assert.deepEqual(packed([alone]), [{ message: alone, indexes: [0] }]);
        assert.equal(messagesIn(received(alone)), undefined);
    });

    it("keeps apart what is to wait and what is not", () => {
        const packs = packed([message("a"), message("b", {}, 900), message("c", {}, 900), message("d")]);
        assert.deepEqual(
            packs.map(({ indexes, message }) => [indexes, message.delaySeconds]),
            [
                [[0], undefined],
                [[1, 2], 900],
                [[3], undefined],
            ],
        );
    });

    for (const [title, body, count] of [
        ["another number of messages than it says", "{}\na\n{}\nb\n{}\nc", "2"],
        ["a line without its body", "{}\na\n{}", "2"],
        ["attributes that are no JSON", "{\na\n{}\nb", "2"],
        ["attributes that are no text", '{"origin":1}\na\n{}\nb', "2"],
        ["a number that is none", "{}\na", "many"],
    ] as const) {
        it(`is no pack with ${title}`, () => {
            assert.equal(messagesIn(sqsRecord({ body, attributes: { pack: count } })), undefined);
        });
    }
});

describe("the packing sender", () => {
    it("gives each message the outcome of the one that carried it", async () => {
        const inner: QueueSender = {
            send: async (messages) =>
                messages.map((_, index) => (index === 1 ? { status: "rejected", reason: "full" } : fulfilled)),
        };
        const outcomes = await new PackingSender(inner).send(many(120));
        assert.deepEqual(
            outcomes.map(({ status }) => status),
            Array.from({ length: 120 }, (_, index) => (index >= 50 && index < 100 ? "rejected" : "fulfilled")),
        );
    });
});

describe("a batch with packs", () => {
    const [url, other] = ["https://sqs.eu-west-1.amazonaws.com/111122223333/bulk", "https://sqs/1/incoming"];

    function batch(count: number, queue = new Queue()) {
        const [pack] = packed(many(count));
        assert.ok(pack);
        const alone = sqsRecord({ messageId: "alone", queue: "bulk" });
        const all = new Received(
            [received(pack.message, "p"), alone],
            packedQueues([url], () => queue),
        );
        return { all, queue };
    }

    it("shows each message as if it had come alone, under an id of its own", () => {
        const { all } = batch(3);
        assert.deepEqual(
            all.messages.map(({ messageId, body, messageAttributes }) => [
                messageId,
                body,
                messageAttributes.origin?.stringValue,
            ]),
            [
                ["p-0", '{"id":"0"}', "s3:a.csv#1#0"],
                ["p-1", '{"id":"1"}', "s3:a.csv#1#1"],
                ["p-2", '{"id":"2"}', "s3:a.csv#1#2"],
                ["alone", "{}", undefined],
            ],
        );
    });

    it("asks for nothing again when nothing failed", async () => {
        const { all, queue } = batch(3);
        assert.deepEqual([...(await all.again(new Map())).keys()], []);
        assert.deepEqual(queue.sent, []);
    });

    it("puts what failed of a pack back alone, with its origin, and asks for no other again", async () => {
        const { all, queue } = batch(3);
        const again = await all.again(new Map([["p-1", new Error("throttled")]]));
        assert.deepEqual([...again.keys()], []);
        assert.deepEqual(queue.sent, [many(2)[1]]);
    });

    it("asks for a pack again that failed as a whole, with the reason", async () => {
        const { all, queue } = batch(2);
        const cause = new Error("throttled");
        const failures = ["p-0", "p-1", "alone"].map((id): [string, unknown] => [id, cause]);
        const again = await all.again(new Map(failures));
        assert.deepEqual(
            [...again],
            [
                ["alone", cause],
                ["p", cause],
            ],
        );
        assert.deepEqual(queue.sent, []);
    });

    for (const [title, send] of [
        ["refuses", async (all: readonly OutgoingMessage[]) => all.map(() => ({ status: "rejected", reason: "full" }))],
        ["cannot be reached", () => Promise.reject(new Error("unreachable"))],
    ] as const) {
        it(`asks for the whole pack again when the queue ${title}`, async () => {
            const queue = Object.assign(new Queue(), { send });
            const { all } = batch(3, queue as Queue);
            assert.deepEqual([...(await all.again(new Map([["p-1", new Error("throttled")]]))).keys()], ["p"]);
        });
    }

    it("takes a message from a queue where producers send for what it is", () => {
        const [pack] = packed(many(3));
        assert.ok(pack);
        const forged = received(pack.message, "forged", "incoming");
        assert.deepEqual(
            new Received(
                [forged],
                packedQueues([url], () => new Queue()),
            ).messages,
            [forged],
        );
        assert.equal(
            new Received(
                [forged],
                packedQueues([other], () => new Queue()),
            ).messages.length,
            3,
        );
    });
});
