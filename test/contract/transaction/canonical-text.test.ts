import assert from "node:assert/strict";
import fc from "fast-check";
import { readCanonical } from "../../../contract/transaction/canonical-text.ts";
import { checkTransaction } from "../../../contract/transaction/check.ts";
import { CHANNELS, canonicalJson, FIELDS } from "../../../contract/transaction/transaction.ts";
import { transaction } from "../../functions/support/transactions.ts";

const CARD_TOKEN = `tok_v1_${"a".repeat(43)}`;

const card = transaction({ channel: "card", merchantCategory: "5411", cardToken: CARD_TOKEN, deviceId: "phone" });

/** What the quick way must agree with. */
function parsed(text: string) {
    try {
        const checked = checkTransaction(JSON.parse(text));
        return checked.ok && canonicalJson(checked.transaction) === text ? checked.transaction : undefined;
    } catch {
        return undefined;
    }
}

const right = fc.record(
    {
        id: fc.constantFrom("live:1", "x".repeat(128)),
        source: fc.constantFrom("live", "a-1", "a".repeat(32)),
        accountId: fc.constantFrom("account-1", "DE89370400440532013000"),
        counterpartyId: fc.constantFrom("shop-1", "4111111111111111"),
        amountMinor: fc.constantFrom(1, 12_000, Number.MAX_SAFE_INTEGER),
        currency: fc.constantFrom("EUR", "JPY", "KWD"),
        occurredAt: fc.constantFrom("2026-03-02T12:00:00.000Z", "2024-02-29T23:59:59.999Z"),
        channel: fc.constantFrom(...CHANNELS),
        country: fc.constantFrom("DE", "XK"),
        merchantCategory: fc.constantFrom(undefined, "5411"),
        cardToken: fc.constantFrom(undefined, CARD_TOKEN),
        deviceId: fc.constantFrom(undefined, "phone"),
    },
    { noNullPrototype: true },
);
const wrongValue = fc.constantFrom<unknown>(
    ...["", " ", "x".repeat(129), "a".repeat(33), "Ä", 'a"b', "EUX", "ZZ", "wires", "541", "0x10", "constructor", "\n"],
    ...["2026-02-29T12:00:00.000Z", "2026-03-02T24:00:00.000Z", "2026-03-02T12:00:00Z", "1969-12-31T23:59:59.999Z"],
    ...[0, -1, 1.5, 2 ** 53, 1e21, null, true, [], {}],
);
const field = fc.constantFrom(...FIELDS, "note");
const spoiled = fc
    .tuple(right, field, wrongValue)
    .map(([one, name, value]) => JSON.stringify({ ...one, [name]: value }));
const reordered = fc
    .tuple(right, fc.shuffledSubarray([...FIELDS], { minLength: FIELDS.length }))
    .map(([one, order]) => JSON.stringify(one, order));
const rewritten = fc
    .tuple(
        right,
        fc.constantFrom([":", ": "], [",", ", "], ["E", "\\u0045"], ["1", "01"], ["}", ',"id":"b"}'], ["{", "[{"]),
    )
    .map(([one, [from = "", to = ""]]) => canonicalJson(one).replace(from, to));

const RUNS = 15 * Number(process.env.INPUTS ?? 200);

describe("readCanonical", () => {
    it("reads a card payment and a wire", () => {
        for (const one of [card, transaction()]) assert.deepEqual(readCanonical(canonicalJson(one)), one);
    });

    it("agrees with parsing and checking, for texts that are right and for all others", () => {
        const texts = fc.oneof(right.map(canonicalJson), spoiled, reordered, rewritten);
        let read = 0;
        let refused = 0;
        fc.assert(
            fc.property(texts, (text) => {
                const transaction = readCanonical(text);
                assert.deepEqual(transaction, parsed(text));
                if (transaction === undefined) refused++;
                else read++;
            }),
            { numRuns: RUNS },
        );
        assert.ok(read > RUNS / 20 && refused > RUNS / 20, `${read} read, ${refused} refused`);
    });

    const texts = {
        "a source that is too long": canonicalJson(transaction({ source: "a".repeat(33) })),
        "an amount beyond safe integers": canonicalJson(card).replace("12000", "9007199254740992"),
        "a currency that there is not": canonicalJson(transaction({ currency: "EUX" })),
        "a country that there is not": canonicalJson(transaction({ country: "ZZ" })),
        "a day that there is not": canonicalJson(transaction({ occurredAt: "2026-02-29T12:00:00.000Z" })),
        "a merchant category on a wire": canonicalJson(transaction({ merchantCategory: "5411" })),
        "a token on a wire": canonicalJson(transaction({ cardToken: CARD_TOKEN })),
        "something before it": ` ${canonicalJson(card)}`,
        "something behind it": `${canonicalJson(card)} `,
    };
    for (const [name, text] of Object.entries(texts)) {
        it(`leaves ${name} to others`, () => assert.equal(readCanonical(text), undefined));
    }

    it("answers at once for a text that only begins well", () => {
        const before = process.cpuUsage();
        assert.equal(readCanonical(`{"id":"${"a".repeat(1_000_000)}`), undefined);
        assert.equal(readCanonical(`{"id":"a","source":"${"a-".repeat(500_000)}"`), undefined);
        // Seconds of a processor: some hundredths are needed, and minutes by a pattern that tries each end of a million.
        assert.ok(process.cpuUsage(before).user / 1e6 < 20);
    });
});
