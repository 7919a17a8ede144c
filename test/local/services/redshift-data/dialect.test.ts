import assert from "node:assert/strict";
import { translated } from "../../../../local/services/redshift-data/dialect.ts";

describe("Redshift's SQL on PostgreSQL", () => {
    it("says the same in the other's words", () => {
        assert.equal(
            translated("SELECT STRTOL(LEFT(MD5(id), 8), 16), SYSDATE"),
            "SELECT ('x' || left(md5(id), 8))::BIT(32)::BIGINT, (clock_timestamp() AT TIME ZONE 'UTC')",
        );
    });

    it("leaves quoted text as it is", () => {
        assert.equal(translated("SELECT 'it''s SUPER', '-- SUPER' AS a"), "SELECT 'it''s SUPER', '-- SUPER' AS a");
    });

    it("takes the apostrophe of a comment for none that begins a text", () => {
        const comment = "-- the ledger's SUPER\n";
        assert.equal(translated(`${comment}CREATE TABLE a (b SUPER)`), `${comment}CREATE TABLE a (b JSONB)`);
    });
});
