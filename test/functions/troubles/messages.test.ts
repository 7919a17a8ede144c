import assert from "node:assert/strict";
import { inspect } from "../../../functions/screen/inspect.ts";
import { transaction } from "../support/transactions.ts";

const RECEIVED = "2026-03-02T12:00:30.000Z";
const GOOD = JSON.stringify(transaction());
const CARD = "4111111111111111";

/** "ok", or the reason and field of the refusal. */
function verdict(body: string, receivedAt = RECEIVED): string {
    const found = inspect({ messageId: "m-1", body, origin: "sqs:m-1", receivedAt });
    if (found.ok) return "ok";
    const { reason, field, content } = found.refusal;
    assert.ok(!content.includes(CARD), "no card number is kept");
    return field === undefined ? reason : `${reason} ${field}`;
}

const at = (occurredAt: string): string => JSON.stringify(transaction({ occurredAt }));

describe("trouble with a live message", () => {
    const troubles: [string, string, string][] = [
        [
            "one key twice is refused, whichever value would have won",
            GOOD.replace("{", '{"country":"FR",'),
            "invalid-message country",
        ],
        [
            "one key twice, once in escapes, is refused",
            GOOD.replace("{", '{"\\u0063ountry":"DE",'),
            "invalid-message country",
        ],
        ["30,000 keys is refused at once", `{${'"a":1,'.repeat(30_000)}${GOOD.slice(1)}`, "invalid-message a"],
        [
            "__proto__ for a key is refused",
            GOOD.replace("{", '{"__proto__":{"amountMinor":1},'),
            "invalid-message __proto__",
        ],
        ["all its fields in __proto__ is refused", `{"__proto__":${GOOD}}`, "missing-field id"],
        [
            "100,000 brackets is refused",
            GOOD.replace("{", `{"x":${"[".repeat(100_000)}${"]".repeat(100_000)},`),
            "invalid-message x",
        ],
        ["a bracket that is opened 200,000 times is refused", "[".repeat(200_000), "invalid-message"],
        [
            "NUL in an identifier is refused",
            GOOD.replace("account-1", "account\\u0000"),
            "invalid-identifier accountId",
        ],
        ["a raw NUL is refused", `${GOOD}\0`, "invalid-message"],
        [
            "half a surrogate pair is refused",
            GOOD.replace("account-1", "account\\ud800"),
            "invalid-identifier accountId",
        ],
        ["look-alike letters is refused", GOOD.replace("account-1", "\u0430ccount-1"), "invalid-identifier accountId"],
        ["a byte order mark is refused", `\ufeff${GOOD}`, "invalid-message"],
        ["NaN for an amount is refused", GOOD.replace(/"amountMinor":\d+/, '"amountMinor":NaN'), "invalid-message"],
        ["a card number in a key is refused, and masked", GOOD.replace("{", `{"${CARD}":1,`), "contains-card-number"],
        [
            "a card number in a key that stands twice is refused, and masked",
            GOOD.replace("{", `{"id":"${CARD}",`),
            "contains-card-number",
        ],
    ];
    for (const [title, body, expected] of troubles) {
        it(title, () => assert.equal(verdict(body), expected));
    }
});

describe("trouble with clocks", () => {
    it("a producer's clock five minutes ahead is borne", () => {
        assert.equal(verdict(at("2026-03-02T12:05:30.000Z")), "ok");
    });

    it("a transaction more than five minutes in the future is refused", () => {
        assert.equal(verdict(at("2026-03-02T12:05:30.001Z")), "in-the-future occurredAt");
        assert.equal(verdict(at("9999-12-31T23:59:59.999Z")), "in-the-future occurredAt");
    });

    it("a transaction of long ago goes on, under its own date", () => {
        assert.equal(verdict(at("1970-01-01T00:00:00.000Z")), "ok");
    });

    it("a time before the clocks of computers, or none that exists, is refused", () => {
        for (const time of ["1969-12-31T23:59:59.999Z", "2026-02-30T00:00:00.000Z", "+010000-01-01T00:00:00.000Z"]) {
            assert.equal(verdict(at(time)), "invalid-time occurredAt", time);
        }
    });
});
