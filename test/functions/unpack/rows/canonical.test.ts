import assert from "node:assert/strict";
import { BYTES } from "../../../../contract/limits.ts";
import { CHANNELS } from "../../../../contract/transaction/transaction.ts";
import { wallClock } from "../../../../contract/values/wall-clock.ts";
import { canonical, type Draft } from "../../../../functions/unpack/rows/canonical.ts";
import { tokenOf } from "../support/readers.ts";

const CARD = "4539578763621486";
/** Of no issuer that there is, with a right check digit. */
const FOREIGN = "7777777777777771";
const WIRE: Draft = {
    source: "core-banking",
    reference: "r1",
    accountId: "acc-1",
    counterpartyId: "acc-2",
    amount: "12.50",
    currency: "EUR",
    occurredAt: "2026-03-02T12:00:00Z",
    channel: "wire",
    country: "DE",
};
const PAID: Draft = { ...WIRE, source: "card-network", channel: "card", merchantCategory: "5411", cardNumber: CARD };
const of = (changes: Partial<Draft> = {}, draft = WIRE) => canonical({ ...draft, ...changes }, tokenOf);

function refusalOf(changes: Partial<Draft>, draft = WIRE): string {
    const outcome = of(changes, draft);
    return outcome.ok ? "none" : `${outcome.reason} ${outcome.field}: ${outcome.detail}`;
}
function transactionOf(changes: Partial<Draft>, draft = WIRE) {
    const outcome = of(changes, draft);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return { ...outcome.transaction, tokenised: outcome.tokenised };
}

describe("a row in canonical form", () => {
    const wire = {
        id: "core-banking:r1",
        source: "core-banking",
        accountId: "acc-1",
        counterpartyId: "acc-2",
        amountMinor: 1250,
        currency: "EUR",
        occurredAt: "2026-03-02T12:00:00.000Z",
        channel: "wire",
        country: "DE",
    };

    it("says what the row says, and no more", () => {
        assert.deepEqual(of(), { ok: true, transaction: wire, tokenised: false });
        assert.deepEqual(of({ deviceId: "" }), { ok: true, transaction: wire, tokenised: false });
        assert.deepEqual(of({ deviceId: "d-1" }), {
            ok: true,
            transaction: { ...wire, deviceId: "d-1" },
            tokenised: false,
        });
    });

    it("has a token for the card", () => {
        const { tokenised, ...paid } = transactionOf({ cardNumber: "4539 5787-6362 1486" }, PAID);
        const card = { merchantCategory: "5411", cardToken: tokenOf(CARD) };
        assert.deepEqual(paid, { ...wire, id: "card-network:r1", source: "card-network", channel: "card", ...card });
        assert.equal(tokenised, false);
    });

    for (const channel of CHANNELS)
        it(`may be ${channel}`, () => assert.equal(transactionOf({ channel }).channel, channel));

    it("has the time of the source's clock where it has no other", () => {
        const clock = wallClock("Europe/Berlin");
        assert.equal(transactionOf({ occurredAt: "2026-03-02T13:00", clock }).occurredAt, wire.occurredAt);
    });

    it("takes the amount in whatever decimals its currency has", () => {
        for (const [amount, currency, minor] of [
            ["1", "JPY", 1],
            ["1.234", "KWD", 1234],
            ["1.2345", "CLF", 12345],
        ] as const) {
            assert.equal(transactionOf({ amount, currency }).amountMinor, minor);
        }
        const largest = "9007199254740991";
        assert.equal(transactionOf({ amount: largest, currency: "JPY" }).amountMinor, Number.MAX_SAFE_INTEGER);
    });

    it("says that a number was replaced, here or before", () => {
        assert.equal(transactionOf({ tokenised: true }).tokenised, true);
        assert.equal(transactionOf({ tokenised: false }).tokenised, false);
    });

    for (const field of ["reference", "accountId", "counterpartyId", "deviceId"] as const) {
        const name = field === "reference" ? "id" : field;
        it(`has a token in the place of a card number as ${name}`, () => {
            const found = transactionOf({ [field]: `x-${CARD}` });
            assert.equal(found[name], `${field === "reference" ? "core-banking:" : ""}x-${tokenOf(CARD)}`);
            assert.equal(found.tokenised, true);
        });

        it(`has one in the place of the row's own card as ${name}, of whatever issuer`, () => {
            const row = { [field]: FOREIGN };
            assert.ok(String(transactionOf({ ...row, cardNumber: FOREIGN }, PAID)[name]).endsWith(tokenOf(FOREIGN)));
            assert.ok(String(transactionOf(row, PAID)[name]).endsWith(FOREIGN));
        });

        it(`is refused where the token makes ${name} too long`, () => {
            assert.equal(
                refusalOf({ [field]: `${"x".repeat(90)}-${CARD}` }),
                `invalid-identifier ${name}: ${name} holds a card number and is too long for its token`,
            );
        });
    }

    it("leaves an acquirer's reference alone, which proves what it is by its place", () => {
        const reference = "74539571093777777777775";
        assert.equal(transactionOf({ reference }, PAID).id, `card-network:${reference}`);
    });
});

describe("a row is refused", () => {
    const wrong: [string, Partial<Draft>, string][] = [
        ["without a reference", { reference: "" }, "missing-field id: id is empty"],
        ["without an account", { accountId: "" }, "missing-field accountId: accountId is empty"],
        ["without a counterparty", { counterpartyId: "" }, "missing-field counterpartyId: counterpartyId is empty"],
        ["without an amount", { amount: "", ambiguousAmount: true }, "missing-field amountMinor: amountMinor is empty"],
        ["without a currency", { currency: "" }, "missing-field currency: currency is empty"],
        ["without a time", { occurredAt: "" }, "missing-field occurredAt: occurredAt is empty"],
        ["without a channel", { channel: "" }, "missing-field channel: channel is empty"],
        ["without a country", { country: "" }, "missing-field country: country is empty"],
        ["for a reference", { reference: "a b" }, 'invalid-identifier id: id is wrong: "a b"'],
        ["for an account", { accountId: "=1" }, 'invalid-identifier accountId: accountId is wrong: "=1"'],
        [
            "for a counterparty",
            { counterpartyId: "\u0430" },
            'invalid-identifier counterpartyId: counterpartyId is wrong: "\\u{430}"',
        ],
        ["for a device", { deviceId: "d 1" }, 'invalid-identifier deviceId: deviceId is wrong: "d 1"'],
        [
            "for an amount of two readings",
            { amount: "1,000", ambiguousAmount: true },
            'ambiguous-amount amountMinor: amountMinor is wrong: "1,000"',
        ],
        ["for an amount that is none", { amount: "x" }, 'invalid-amount amountMinor: amountMinor is wrong: "x"'],
        ["for nothing", { amount: "0.00" }, 'invalid-amount amountMinor: amountMinor is wrong: "0.00"'],
        [
            "for an amount that is none in any currency",
            { amount: "1.23456", currency: "?" },
            'invalid-amount amountMinor: amountMinor is wrong: "1.23456"',
        ],
        [
            "for decimals",
            { amount: "1.234" },
            "invalid-amount amountMinor: the amount has more than 2 decimals or is too large",
        ],
        [
            "for a large one",
            { amount: "9007199254740991" },
            "invalid-amount amountMinor: the amount has more than 2 decimals or is too large",
        ],
        [
            "for an amount that is a card number",
            { amount: "45395787636214.86" },
            "invalid-amount amountMinor: the amount reads as a card number",
        ],
        [
            "for one that is the shortest",
            { amount: "42222222222.22" },
            "invalid-amount amountMinor: the amount reads as a card number",
        ],
        ["for a currency", { currency: "EUX" }, 'unknown-currency currency: currency is wrong: "EUX"'],
        ["for a time", { occurredAt: "soon" }, 'invalid-time occurredAt: occurredAt is wrong: "soon"'],
        [
            "for a time of any zone",
            { occurredAt: "2026-03-02T12:00" },
            "ambiguous-time occurredAt: occurredAt is wrong: 16 characters",
        ],
        ["for a channel", { channel: "cheque" }, 'unknown-channel channel: channel is wrong: "cheque"'],
        ["for a country", { country: "UK" }, 'unknown-country country: country is wrong: "UK"'],
    ];
    for (const [title, changes, refusal] of wrong) it(title, () => assert.equal(refusalOf(changes), refusal));

    const cards: [string, Partial<Draft>, string][] = [
        ["without a category", { merchantCategory: "" }, "missing-field merchantCategory: merchantCategory is empty"],
        [
            "for a category",
            { merchantCategory: "541" },
            'invalid-merchant-category merchantCategory: merchantCategory is wrong: "541"',
        ],
        [
            "for a longer one",
            { merchantCategory: "54111" },
            'invalid-merchant-category merchantCategory: merchantCategory is wrong: "54111"',
        ],
        ["without a card", { cardNumber: "" }, "missing-field cardToken: cardToken is empty"],
        [
            "for a card",
            { cardNumber: "4539578763621487" },
            "invalid-card-number cardToken: the length or the check digit is wrong",
        ],
    ];
    for (const [title, changes, refusal] of cards) it(title, () => assert.equal(refusalOf(changes, PAID), refusal));

    it("for a reference that does not fit behind its source", () => {
        const room = BYTES.identifier - "core-banking:".length;
        assert.equal(refusalOf({ reference: "r".repeat(room) }), "none");
        const { length } = "r".repeat(room + 1);
        assert.equal(
            refusalOf({ reference: "r".repeat(length) }),
            `invalid-identifier id: id is wrong: ${length} characters`,
        );
    });

    it("for an amount of any currency before its currency", () => {
        assert.match(refusalOf({ amount: "1.2345", currency: "?" }), /^unknown-currency/);
        // No currency has room for it but one without decimals.
        assert.match(refusalOf({ amount: "9007199254740991", currency: "?" }), /^unknown-currency/);
        assert.match(refusalOf({ amount: "9007199254740992", currency: "?" }), /^invalid-amount/);
    });

    it("without telling a value that may be most of a card, or is long", () => {
        const value = (accountId: string): string => refusalOf({ accountId }).split(": ").at(-1) ?? "";
        assert.equal(value(" 12345678901"), '" 12345678901"');
        assert.equal(value(" 123456789012"), "13 characters");
        assert.equal(value(" \u0661\u0662345678901\u2460"), "13 characters");
        assert.equal(value(` ${"x".repeat(63)}`), `" ${"x".repeat(63)}"`);
        assert.equal(value(` ${"x".repeat(64)}`), "65 characters");
        assert.equal(value("\u200f\n\u{1f600}~"), '"\\u{200f}\\n\\u{1f600}~"');
    });
});
