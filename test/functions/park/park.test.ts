import assert from "node:assert/strict";
import { canonicalJson } from "../../../contract/transaction/transaction.ts";
import { packed } from "../../../functions/adapters/packs/pack.ts";
import { park } from "../../../functions/park/park.ts";
import { type Cloud, emptyCloud, type Fault, portsTo } from "../support/cloud.ts";
import { sqsRecord } from "../support/sqs-record.ts";
import { transaction } from "../support/transactions.ts";

const NOW = "2026-03-03T00:00:10.000Z";
const CARD = "4111111111111111";
const body = canonicalJson(transaction());
const letter = sqsRecord({
    body,
    queue: "bulk-dead",
    source: "bulk",
    sentAt: "2026-03-02T23:59:59.000Z",
    receiveCount: 6,
    attributes: { origin: "s3:a.csv#1#2", receivedAt: "2026-03-02T23:00:00.000Z" },
});
const KEY = "parked/bulk-dead/2026-03-02/m-1.json";

function parked(cloud: Cloud, key = KEY): Record<string, unknown> {
    return JSON.parse(String(cloud.objects.get(key)));
}

describe("park", () => {
    it("keeps a dead letter whole, with its cause", async () => {
        const cloud = emptyCloud();
        await park([letter], portsTo(cloud), NOW);
        assert.deepEqual(parked(cloud), {
            queue: "bulk-dead",
            sourceQueueArn: "arn:aws:sqs:eu-west-1:111122223333:bulk",
            messageId: "m-1",
            body,
            attributes: {
                origin: { stringValue: "s3:a.csv#1#2", dataType: "String" },
                receivedAt: { stringValue: "2026-03-02T23:00:00.000Z", dataType: "String" },
            },
            receiveCount: 6,
            firstSentAt: "2026-03-02T23:59:59.000Z",
            cause: "delivered 6 times and never processed",
            parkedAt: NOW,
        });
    });

    it("keeps each message of a pack as if it had come alone, and counts it so", async () => {
        const cloud = emptyCloud();
        const origins = ["s3:a.csv#1#1", "s3:a.csv#1#2", "s3:a.csv#1#3"];
        const [pack] = packed(
            origins.map((StringValue) => ({
                body,
                attributes: { origin: { DataType: "String" as const, StringValue } },
            })),
        );
        const attributes = { pack: pack?.message.attributes.pack?.StringValue ?? "" };
        const record = sqsRecord({ ...pack?.message, attributes, messageId: "p", queue: "bulk-dead", source: "bulk" });
        const outcome = await park([record, letter], portsTo(cloud), NOW);
        assert.deepEqual([outcome.parked, [...outcome.failures.keys()]], [4, []]);
        for (const [index, origin] of origins.entries()) {
            const one = parked(cloud, `parked/bulk-dead/2026-03-02/p-${index}.json`);
            const kept = { ...one, cause: "", attributes: { ...(one.attributes as object) } };
            assert.deepEqual(kept, {
                ...{ queue: "bulk-dead", sourceQueueArn: "arn:aws:sqs:eu-west-1:111122223333:bulk", body },
                ...{ messageId: `p-${index}`, attributes: { origin: { dataType: "String", stringValue: origin } } },
                ...{ receiveCount: 1, firstSentAt: "2026-03-02T12:00:00.000Z", cause: "", parkedAt: NOW },
            });
        }
        assert.deepEqual(cloud.published[0]?.message.origins, [...origins, "s3:a.csv#1#2"]);
    });

    it("asks for a pack again of which one message could not be kept", async () => {
        const cloud = emptyCloud();
        const [pack] = packed(["one", "two"].map((text) => ({ body: text, attributes: {} })));
        const record = sqsRecord({ ...pack?.message, attributes: { pack: "2" }, messageId: "p", queue: "bulk-dead" });
        const ports = portsTo(cloud, { at: 1, when: "before", kills: false });
        const { failures, parked } = await park([record], ports, NOW);
        assert.deepEqual([[...failures.keys()], parked], [["p"], 0]);
    });

    it("tells of dead letters once for each queue, by origin", async () => {
        const cloud = emptyCloud();
        const other = sqsRecord({ messageId: "m-2", queue: "incoming-dead", source: "incoming" });
        await park([letter, other, { ...other, messageId: "m-3" }], portsTo(cloud), NOW);
        assert.deepEqual(
            cloud.published.map(({ subject, message }) => [subject, message.kind, message.function, message.origins]),
            [
                ["Dead letters: bulk-dead", "dead-letter", "park", ["s3:a.csv#1#2"]],
                ["Dead letters: incoming-dead", "dead-letter", "park", ["sqs:m-2", "sqs:m-3"]],
            ],
        );
    });

    const causes = [
        { title: "that the body is not JSON", body: "x{", cause: "the body is not JSON" },
        {
            title: "which field of a transaction is wrong",
            body: JSON.stringify({ ...transaction(), currency: "EUX" }),
            cause: "the body is no transaction: unknown-currency in currency",
        },
        { title: "nothing more of a file event", body: '{"Records":[]}', cause: "" },
    ];
    for (const { title, cause, ...parts } of causes) {
        it(`says ${title}`, async () => {
            const cloud = emptyCloud();
            await park([sqsRecord({ ...parts, queue: "bulk-dead" })], portsTo(cloud), NOW);
            const expected = ["delivered 1 times and never processed", cause].filter((text) => text !== "").join("; ");
            assert.equal(parked(cloud).cause, expected);
        });
    }

    it("says what a failed function wrote into the message", async () => {
        const cloud = emptyCloud();
        const record = sqsRecord({ queue: "bulk-dead", attributes: { ErrorMessage: `timed out at ${CARD}` } });
        await park([record], portsTo(cloud), NOW);
        assert.equal(
            parked(cloud).cause,
            "delivered 1 times and never processed; the function said: timed out at 411111******1111",
        );
    });

    for (const parts of [{ body: `{"pan":"${CARD}"}` }, { attributes: { origin: `s3:${CARD}.csv#1#2` } }]) {
        it(`masks a card number in the ${Object.keys(parts)[0]}, and says that it cannot be replayed`, async () => {
            const cloud = emptyCloud();
            await park([sqsRecord({ ...parts, queue: "bulk-dead" })], portsTo(cloud), NOW);
            assert.ok(!JSON.stringify([...cloud.objects, ...cloud.published]).includes(CARD));
            assert.match(String(parked(cloud).notReplayable), /card number/);
        });
    }

    it("ends the same after a kill or error at each effect and a redelivery", async () => {
        const letters = [letter, sqsRecord({ messageId: "m-2", queue: "incoming-dead" })];
        const undisturbed = emptyCloud();
        await park(letters, portsTo(undisturbed), NOW);
        for (const when of ["before", "after"] as const) {
            for (let at = 0; at < 4; at++) {
                for (const kills of [true, false]) {
                    const cloud = emptyCloud();
                    const fault: Fault = { at, when, kills };
                    const { failures } = await park(letters, portsTo(cloud, fault), NOW);
                    const again = letters.filter(({ messageId }) => kills || failures.has(messageId));
                    assert.ok(again.length > 0);
                    await park(again, portsTo(cloud), NOW);
                    assert.deepEqual(new Map([...cloud.objects].sort()), new Map([...undisturbed.objects].sort()));
                    const told = new Set(cloud.published.map(({ subject }) => subject));
                    assert.equal(told.size, 2);
                }
            }
        }
    });
});
