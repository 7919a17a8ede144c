import assert from "node:assert/strict";
import { containsCardNumber } from "../../../contract/values/card-number.ts";
import { unpacked } from "../troubles/support/unpacked.ts";

/** A card number and a counter, which together have the day and the check digit of an acquirer's reference. */
const CARD = "2720206104337579";
const GLUED = `${CARD}0000042`;
const COLUMNS =
    "transaction_id,card_number,account_id,merchant_id,merchant_category_code,merchant_country,amount,currency,transaction_time,device_id";

async function row(fields: { id?: string; account?: string; merchant?: string; device?: string }): Promise<string> {
    const { id = "t1", account = "a1", merchant = "m1", device = "d1" } = fields;
    const line = `${id},4111111111111111,${account},${merchant},5411,FR,1.50,EUR,2025-03-01T10:00:00Z,${device}`;
    const { bodies } = await unpacked("card-network", `${COLUMNS}\n${line}\n`);
    assert.equal(bodies.length, 1);
    return bodies[0] ?? "";
}

describe("digits that pass for an acquirer's reference", () => {
    it("are one as the id of a card network's transaction", async () => {
        assert.equal(JSON.parse(await row({ id: GLUED })).id, `card-network:${GLUED}`);
    });

    for (const field of ["account", "merchant", "device"] as const) {
        it(`are a card number in the field of the ${field}`, async () => {
            const body = await row({ [field]: GLUED });
            assert.ok(!body.includes(CARD) && /:"tok_v1_[^"]*","/.test(body), body);
        });
    }

    for (const text of [GLUED, `core-banking:${GLUED}`, `card-network:x${GLUED}`, `card-network:${GLUED} `]) {
        it(`are a card number in "${text}"`, () => assert.ok(containsCardNumber(text)));
    }
});
