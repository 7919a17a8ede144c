import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { CARD_TOKEN } from "../../../../contract/transaction/identifiers.ts";
import { cardTokens } from "../../../../functions/unpack/rows/card-tokens.ts";

describe("cardTokens", () => {
    const key = Buffer.from("key");

    it("gives the version and the keyed code of the digits", () => {
        const code = createHmac("sha256", key).update("4111111111111111").digest("base64url");
        const token = cardTokens(key, "v1")("4111111111111111");
        assert.equal(token, `tok_v1_${code}`);
        assert.match(token, CARD_TOKEN);
    });

    it("depends on the key and on the card", () => {
        const tokenOf = cardTokens(key, "v1");
        assert.notEqual(tokenOf("4111111111111111"), tokenOf("5555555555554444"));
        assert.notEqual(tokenOf("4111111111111111"), cardTokens(Buffer.from("other"), "v1")("4111111111111111"));
    });
});
