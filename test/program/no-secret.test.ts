import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../../tools/paths.mjs";
import { programRecords } from "../support/program-records.ts";
import { secretsIn } from "../support/secrets.ts";

describe("what is kept of a stack", () => {
    for (const stack of ["dev", "prod", "local"]) {
        it(`is no secret in any input or output of ${stack}, which is what its state holds`, async () => {
            const records = await programRecords(stack);
            assert.ok(records.length > 500);
            for (const { urn, props, outputs } of records) {
                assert.deepEqual(secretsIn(JSON.stringify({ props, outputs })), [], urn);
            }
        });
    }

    it("is no secret in any configuration", () => {
        const files = [".", "infra/bootstrap", "stacks"].flatMap((folder) =>
            readdirSync(join(paths.root, folder))
                .filter((name) => /^Pulumi.*\.yaml$/.test(name) || (folder === "stacks" && name.endsWith(".ts")))
                .map((name) => join(folder, name)),
        );
        assert.ok(files.length > 6);
        for (const file of files) {
            const text = readFileSync(join(paths.root, file), "utf8");
            assert.deepEqual(secretsIn(text), [], file);
            assert.doesNotMatch(text, /^\s*(?:- )?secure:/m, `${file} keeps a secret, if an encrypted one`);
        }
    });

    for (const given of [
        `{"k":"AKIA${"A".repeat(16)}"}`,
        '{"password": "x"}',
        '{"u":"https://x/?sv=1&sig=abc"}',
        `Bearer eyJ${"a".repeat(20)}.eyJ${"b".repeat(20)}`,
        "-----BEGIN RSA PRIVATE KEY-----",
    ]) {
        it(`would be told of ${given.slice(0, 14)}`, () => {
            assert.equal(secretsIn(given).length, 1);
        });
    }
});
