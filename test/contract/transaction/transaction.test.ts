import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { isReason, REASONS } from "../../../contract/reasons.ts";
import { checkTransaction, FIELD_REASONS } from "../../../contract/transaction/check.ts";
import { canonicalJson, contentHash, FIELDS, type Transaction } from "../../../contract/transaction/transaction.ts";

const wire = {
    id: "core-banking:r1",
    source: "core-banking",
    accountId: "DE89370400440532013000",
    counterpartyId: "acc/2",
    amountMinor: 1250,
    currency: "EUR",
    occurredAt: "2025-03-01T10:00:00.000Z",
    channel: "wire",
    country: "FR",
};
const card = {
    ...wire,
    channel: "card",
    merchantCategory: "5411",
    cardToken: `tok_v1_${"a".repeat(43)}`,
    deviceId: "d-1",
};

describe("checkTransaction", () => {
    it("takes a wire", () => assert.deepEqual(checkTransaction(wire), { ok: true, transaction: wire }));
    it("takes a card payment", () => assert.deepEqual(checkTransaction(card), { ok: true, transaction: card }));

    const refusals: { title: string; value: unknown; reason: string; field?: string }[] = [
        { title: "refuses null", value: null, reason: "invalid-message" },
        { title: "refuses a list", value: [wire], reason: "invalid-message" },
        { title: "refuses text", value: "wire", reason: "invalid-message" },
        { title: "refuses an unknown field", value: { ...wire, memo: "x" }, reason: "invalid-message", field: "memo" },
        { title: "misses an absent id", value: { ...wire, id: undefined }, reason: "missing-field", field: "id" },
        {
            title: "misses an empty country",
            value: { ...wire, country: "" },
            reason: "missing-field",
            field: "country",
        },
        {
            title: "misses a null amount",
            value: { ...wire, amountMinor: null },
            reason: "missing-field",
            field: "amountMinor",
        },
        { title: "refuses a blank in an id", value: { ...wire, id: "a b" }, reason: "invalid-identifier", field: "id" },
        {
            title: "refuses a formula",
            value: { ...wire, accountId: "=1+1" },
            reason: "invalid-identifier",
            field: "accountId",
        },
        {
            title: "refuses a leading dash",
            value: { ...wire, accountId: "-1" },
            reason: "invalid-identifier",
            field: "accountId",
        },
        {
            title: "refuses a Cyrillic letter",
            value: { ...wire, counterpartyId: "\u0410cc1" },
            reason: "invalid-identifier",
            field: "counterpartyId",
        },
        {
            title: "refuses 129 characters",
            value: { ...wire, id: "a".repeat(129) },
            reason: "invalid-identifier",
            field: "id",
        },
        {
            title: "refuses a source in capitals",
            value: { ...wire, source: "Live" },
            reason: "invalid-identifier",
            field: "source",
        },
        { title: "refuses zero", value: { ...wire, amountMinor: 0 }, reason: "invalid-amount", field: "amountMinor" },
        {
            title: "refuses fractions",
            value: { ...wire, amountMinor: 1.5 },
            reason: "invalid-amount",
            field: "amountMinor",
        },
        {
            title: "refuses unsafe integers",
            value: { ...wire, amountMinor: 2 ** 53 },
            reason: "invalid-amount",
            field: "amountMinor",
        },
        {
            title: "refuses an amount in quotes",
            value: { ...wire, amountMinor: "5" },
            reason: "invalid-amount",
            field: "amountMinor",
        },
        { title: "refuses gold", value: { ...wire, currency: "XAU" }, reason: "unknown-currency", field: "currency" },
        {
            title: "refuses a time without milliseconds",
            value: { ...wire, occurredAt: "2025-03-01T10:00:00Z" },
            reason: "invalid-time",
            field: "occurredAt",
        },
        {
            title: "refuses a time in a list",
            value: { ...wire, occurredAt: [wire.occurredAt] },
            reason: "invalid-time",
            field: "occurredAt",
        },
        {
            title: "refuses a source of 33 letters",
            value: { ...wire, source: "a".repeat(33) },
            reason: "invalid-identifier",
            field: "source",
        },
        {
            title: "refuses a source that ends in a dash",
            value: { ...wire, source: "live-" },
            reason: "invalid-identifier",
            field: "source",
        },
        {
            title: "refuses a category of five digits",
            value: { ...card, merchantCategory: "54110" },
            reason: "invalid-merchant-category",
            field: "merchantCategory",
        },
        {
            title: "refuses a category with a letter before it",
            value: { ...card, merchantCategory: "x5411" },
            reason: "invalid-merchant-category",
            field: "merchantCategory",
        },
        {
            title: "refuses a token with something before it",
            value: { ...card, cardToken: `x${card.cardToken}` },
            reason: "invalid-identifier",
            field: "cardToken",
        },
        {
            title: "refuses a pigeon",
            value: { ...wire, channel: "pigeon" },
            reason: "unknown-channel",
            field: "channel",
        },
        { title: "refuses the UK", value: { ...wire, country: "UK" }, reason: "unknown-country", field: "country" },
        {
            title: "refuses a category of three digits",
            value: { ...card, merchantCategory: "541" },
            reason: "invalid-merchant-category",
            field: "merchantCategory",
        },
        {
            title: "refuses a category on a wire",
            value: { ...wire, merchantCategory: "5411" },
            reason: "invalid-merchant-category",
            field: "merchantCategory",
        },
        {
            title: "refuses a token on a wire",
            value: { ...wire, cardToken: card.cardToken },
            reason: "invalid-identifier",
            field: "cardToken",
        },
        {
            title: "refuses a card number as token",
            value: { ...card, cardToken: "4111111111111111" },
            reason: "invalid-identifier",
            field: "cardToken",
        },
        {
            title: "refuses an odd device",
            value: { ...card, deviceId: "d 1" },
            reason: "invalid-identifier",
            field: "deviceId",
        },
        {
            title: "names the first wrong field in canonical order",
            value: { ...wire, country: "ZZ", currency: "ZZZ", deviceId: "?" },
            reason: "unknown-currency",
            field: "currency",
        },
    ];
    for (const { title, value, reason, field } of refusals) {
        it(title, () => assert.deepEqual(checkTransaction(value), { ok: false, reason, ...(field && { field }) }));
    }

    it("has a reason with a sentence for every field", () => {
        assert.deepEqual(Object.keys(FIELD_REASONS), [...FIELDS]);
        for (const reason of Object.values(FIELD_REASONS)) assert.ok(isReason(reason));
        for (const sentence of Object.values(REASONS)) assert.match(sentence, /^[A-Z].*\.$/);
        assert.equal(isReason("toString"), false);
    });
});

/** A checked transaction; what is wrong with it fails the test. */
function checkedOf(value: unknown): Transaction {
    const checked = checkTransaction(value);
    assert.ok(checked.ok);
    return checked.transaction;
}

describe("contentHash", () => {
    const transaction = checkedOf(card);
    const hashOf = (value: unknown): string => contentHash(canonicalJson(checkedOf(value)));

    it("is the SHA-256 of the JSON in canonical order", () => {
        const json =
            '{"id":"core-banking:r1","source":"core-banking","accountId":"DE89370400440532013000","counterpartyId":"acc/2",' +
            '"amountMinor":1250,"currency":"EUR","occurredAt":"2025-03-01T10:00:00.000Z","channel":"card","country":"FR",' +
            `"merchantCategory":"5411","cardToken":"${card.cardToken}","deviceId":"d-1"}`;
        assert.equal(canonicalJson(transaction), json);
        assert.equal(contentHash(json), createHash("sha256").update(json).digest("hex"));
    });

    it("does not depend on the order of the fields", () => {
        assert.equal(hashOf(Object.fromEntries(Object.entries(card).reverse())), hashOf(card));
    });

    it("changes with each field", () => {
        const others = [
            { ...card, id: "x" },
            { ...card, amountMinor: 1251 },
            { ...card, deviceId: "d-2" },
            { ...card, country: "DE" },
        ];
        assert.equal(new Set([card, ...others].map(hashOf)).size, 5);
    });
});
