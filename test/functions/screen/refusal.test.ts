import assert from "node:assert/strict";
import { CHARACTERS } from "../../../contract/limits.ts";
import { refusalOf } from "../../../functions/screen/refusal.ts";
import { message } from "../support/screen-runs.ts";

const CARD = "4111111111111111";
const MASKED = "411111******1111";
const of = (body: string, changes: { origin?: string; messageId?: string } = {}) =>
    refusalOf({ ...message(body), ...changes }, "invalid-message");

describe("what is kept of a refused message", () => {
    const sources = [
        { body: '{"source":"card-network","id":1}', source: "card-network" },
        { body: '{ "source" : "b2" }', source: "b2" },
        { body: '{"source":\n"core-banking"} and more', source: "core-banking" },
        { body: '{"source":"Card"}', source: "live" },
        { body: '{"source":"card network"}', source: "live" },
        { body: '{"source":7}', source: "live" },
        { body: "nothing", source: "live" },
    ];
    for (const { body, source } of sources) {
        it(`names ${source} as the source of ${JSON.stringify(body)}`, () => assert.equal(of(body).source, source));
    }

    it("hides what the values of JSON hold, also where escapes hide it", () => {
        assert.equal(of(`["${CARD}","a"]`).content, `["${MASKED}","a"]`);
        assert.equal(of(`["\\u0034${CARD.slice(1)}"]`).content, `["${MASKED}"]`);
    });

    it("hides what a text that is no JSON holds, wherever", () => {
        assert.equal(of("?4111 1111 1111 1111").content, `?${MASKED}`);
        assert.equal(of("41111111, 11111111").content, MASKED);
    });

    it("is a message of the greatest length as it came, and of a longer one the beginning", () => {
        const longest = `"${"x".repeat(CHARACTERS.messageContent - 2)}"`;
        assert.equal(of(longest).content, longest);
        assert.equal(of(`${longest}"`).content, longest);
    });

    it("holds no number that the end of what is kept lays open", () => {
        // More digits behind it had made it too long for a card.
        const { content } = of(`"${"x".repeat(CHARACTERS.messageContent - 17)}${CARD}${"1".repeat(20)}"`);
        assert.ok(!content.includes(CARD), content.slice(-40));
    });

    it("keeps the name that SQS gave the message, however it looks", () => {
        const messageId = "5955f198-886e-48c7-af56-965026020624";
        for (const name of [messageId, CARD]) {
            assert.equal(of("x", { messageId: name, origin: `sqs:${name}` }).origin, `sqs:${name}`);
        }
    });

    it("masks any other origin, and keeps two apart that read the same then", () => {
        const origin = of("x", { messageId: "m-1", origin: `s3:${CARD}.csv#v1#7` }).origin;
        assert.equal(origin, `s3:${MASKED}.csv#v1#7#message:m-1`);
        assert.equal(of("x", { messageId: "m-1", origin: "s3:a.csv#v1#7" }).origin, "s3:a.csv#v1#7");
    });

    it("masks the name of a field that the producer chose", () => {
        assert.equal(refusalOf(message("x"), "invalid-message", `f${CARD}`).field, `f${MASKED}`);
        assert.equal("field" in of("x"), false);
    });
});
