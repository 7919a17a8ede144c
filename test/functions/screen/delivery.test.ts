import assert from "node:assert/strict";
import { BYTES } from "../../../contract/limits.ts";
import { deliveryOf } from "../../../functions/screen/delivery.ts";
import { sqsRecord } from "../support/sqs-record.ts";

const SENT = "2026-03-02T12:00:00.000Z";

describe("deliveryOf", () => {
    it("names a live message by its id, and takes its sending for the receipt", () => {
        const record = sqsRecord({ messageId: "m-1", body: "x", sentAt: SENT });
        assert.deepEqual(deliveryOf(record), { messageId: "m-1", body: "x", origin: "sqs:m-1", receivedAt: SENT });
    });

    it("keeps the origin and receipt that a step before noted", () => {
        const attributes = { origin: "s3:a.csv#1#2", receivedAt: "2026-03-02T11:00:00.000Z" };
        const { origin, receivedAt } = deliveryOf(sqsRecord({ sentAt: SENT, attributes }));
        assert.deepEqual({ origin, receivedAt }, attributes);
    });

    it("keeps as long an origin as the warehouse has room for", () => {
        const attributes = { origin: "x".repeat(BYTES.origin) };
        assert.equal(deliveryOf(sqsRecord({ sentAt: SENT, attributes })).origin, attributes.origin);
    });

    const replaced = [
        { title: "a receipt after the sending", attributes: { receivedAt: "2026-03-02T12:00:00.001Z" } },
        { title: "a receipt that is no time", attributes: { receivedAt: "soon" } },
        { title: "an empty origin", attributes: { origin: "" } },
        { title: "an origin beyond all keys", attributes: { origin: "x".repeat(BYTES.origin + 1) } },
        { title: "one whose bytes are too many", attributes: { origin: "\u00e4".repeat(BYTES.origin / 2 + 1) } },
    ];
    for (const { title, attributes } of replaced) {
        it(`does not believe ${title}`, () => {
            const { origin, receivedAt } = deliveryOf(sqsRecord({ messageId: "m-1", sentAt: SENT, attributes }));
            assert.deepEqual({ origin, receivedAt }, { origin: "sqs:m-1", receivedAt: SENT });
        });
    }
});
