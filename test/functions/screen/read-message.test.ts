import assert from "node:assert/strict";
import { canonicalJson, type Transaction } from "../../../contract/transaction/transaction.ts";
import { readMessage } from "../../../functions/screen/read-message.ts";
import { transaction } from "../support/transactions.ts";

const CARD = "4111111111111111";
const card: Partial<Transaction> = { channel: "card", merchantCategory: "5411", cardToken: `tok_v1_${"a".repeat(43)}` };
const canonical = canonicalJson(transaction());
const refused = (reason: string, field?: string) => ({ ok: false, reason, field });

describe("readMessage", () => {
    it("gives a canonical text on as it came", () => {
        assert.deepEqual(readMessage(canonical), { ok: true, transaction: transaction(), text: canonical });
    });

    it("writes any other right one anew", () => {
        const { id, ...rest } = transaction();
        const reading = readMessage(JSON.stringify({ ...rest, id }, null, 2));
        assert.deepEqual(reading, { ok: true, transaction: { ...rest, id }, text: canonical });
    });

    const fields: Record<string, Partial<Transaction>> = {
        id: { id: `live:${CARD}` },
        source: { source: `live-${CARD}` },
        accountId: { accountId: CARD },
        counterpartyId: { counterpartyId: `shop-${CARD}` },
        amountMinor: { amountMinor: Number(CARD) },
        cardToken: { ...card, cardToken: `tok_v1_-${CARD}-${"a".repeat(25)}` },
        deviceId: { deviceId: `phone/${CARD}` },
    };
    for (const [name, changes] of Object.entries(fields)) {
        it(`finds a card number as ${name}, in canonical form and in any other`, () => {
            const text = canonicalJson(transaction(changes));
            assert.deepEqual(readMessage(text), refused("contains-card-number"));
            assert.deepEqual(readMessage(` ${text}`), refused("contains-card-number"));
        });
    }

    it("takes what stands in two values for no number, and in a text that is no JSON for one", () => {
        const apart = '["41111111","11111111"]';
        assert.deepEqual(readMessage(apart), refused("invalid-message"));
        assert.deepEqual(readMessage(`${apart}?`), refused("contains-card-number"));
        assert.deepEqual(readMessage("pay 4111 1111 1111 1111"), refused("contains-card-number"));
    });

    it("refuses a name that stands twice, and says which", () => {
        const text = canonical.replace('"currency":"EUR"', '"currency":"USD","currency":"EUR"');
        assert.deepEqual(readMessage(text), refused("invalid-message", "currency"));
    });

    it("refuses an amount that a float has no place for, and takes one with an exponent that it has", () => {
        const written = (amount: string) =>
            readMessage(canonical.replace(/"amountMinor":\d+/, `"amountMinor":${amount}`));
        assert.deepEqual(written("9007199254740992.9"), refused("invalid-amount", "amountMinor"));
        assert.deepEqual(written("12000.0000000000000000001"), refused("invalid-amount", "amountMinor"));
        assert.deepEqual(written("1.2e4"), { ok: true, transaction: transaction(), text: canonical });
    });
});
