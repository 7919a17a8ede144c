import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withAssetHashes } from "../../../local/in-process/asset-hash.ts";
import { tar } from "../../../local/in-process/tar.ts";
import { ARCHIVE, ASSET, SIGNATURE } from "../../../local/store/signatures.ts";

const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
const hashOf = (code: object) => (withAssetHashes({ code } as never).code as { hash: string }).hash;
const asset = (fields: object) => ({ [SIGNATURE]: ASSET, ...fields });
const archive = (fields: object) => ({ [SIGNATURE]: ARCHIVE, ...fields });

describe("the hash of an asset", () => {
    const folder = mkdtempSync(join(tmpdir(), "assets-"));
    before(() => {
        mkdirSync(join(folder, "code", "inner"), { recursive: true });
        writeFileSync(join(folder, "code", "b.txt"), "two");
        writeFileSync(join(folder, "code", "inner", "a.txt"), "one");
        writeFileSync(join(folder, "code.zip"), "zip");
    });
    after(() => rmSync(folder, { recursive: true }));

    it("is that of its text, or of its file", () => {
        assert.equal(hashOf(asset({ text: "hello" })), sha256("hello"));
        assert.equal(hashOf(asset({ path: join(folder, "code", "b.txt") })), sha256("two"));
    });

    it("is for an archive that of the file, of a folder or of parts that of the same files as a tar", () => {
        assert.equal(hashOf(archive({ path: join(folder, "code.zip") })), sha256("zip"));
        const [two, one] = [Buffer.from("two"), Buffer.from("one")];
        const packed = sha256(
            tar([
                ["b.txt", two],
                ["inner/a.txt", one],
            ]),
        );
        assert.equal(hashOf(archive({ path: join(folder, "code") })), packed);
        const inner = archive({ assets: { "a.txt": asset({ text: "one" }) } });
        assert.equal(hashOf(archive({ assets: { inner, "b.txt": asset({ text: "two" }) } })), packed);
    });

    it("leaves the marks of the SDK's classes out, and what is no asset as it is", () => {
        const given = { list: [asset({ __pulumiAsset: true, text: "x" })], name: "n", none: null };
        assert.deepEqual(withAssetHashes(given as never), {
            list: [{ ...asset({ text: "x" }), hash: sha256("x") }],
            name: "n",
            none: null,
        });
    });

    it("is not made of what would have to be fetched", () => {
        assert.throws(() => hashOf(asset({ uri: "https://example.com/x" })), /fetched from https:\/\/example.com\/x/);
    });
});
