import assert from "node:assert/strict";
import { keySeal } from "../../../../functions/unpack/rows/key-seal.ts";

const SECRET = Buffer.from("a key of the tests");

describe("a sealed key", () => {
    it("is read again by whoever has the token key, and by nobody else", () => {
        const sealed = keySeal(SECRET).seal("card-network/März.csv");
        assert.equal(keySeal(SECRET).open(sealed), "card-network/März.csv");
        assert.throws(() => keySeal(Buffer.from("another key")).open(sealed));
        assert.ok(!Buffer.from(sealed, "base64url").toString("latin1").includes("card"));
    });

    it("is never the same twice", () => {
        assert.notEqual(keySeal(SECRET).seal("a"), keySeal(SECRET).seal("a"));
    });

    it("is read by the versions after the one that sealed it, since files wait in queues meanwhile", () => {
        assert.equal(
            keySeal(SECRET).open("tG9WKtgWxmb9QPzrVMD5HFy7MkCdM8MsLctxQaTj2aJjGMWr3mnqFvi7KC9z5A"),
            "card-network/a.csv",
        );
    });

    it("is refused where a byte of it was changed", () => {
        const bytes = Buffer.from(keySeal(SECRET).seal("card-network/a.csv"), "base64url");
        for (const at of [0, 13, bytes.length - 1]) {
            const copy = Buffer.from(bytes);
            copy[at] = (copy[at] ?? 0) ^ 1;
            assert.throws(() => keySeal(SECRET).open(copy.toString("base64url")), `byte ${at}`);
        }
    });
});
