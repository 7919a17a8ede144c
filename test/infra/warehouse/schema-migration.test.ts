import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { schemaVersion } from "../../../infra/warehouse/schema-version.ts";
import { thePlatform } from "../../support/infra-parts.ts";
import { created, found } from "../../support/mocks.ts";

const INVOCATION = "aws:lambda/invocation:Invocation";

describe("the schema of the warehouse", () => {
    before(() => thePlatform("prod"));

    it("is brought up to date by migrate whenever a migration is another", () => {
        assert.deepEqual(created(INVOCATION, "schema"), {
            functionName: "migrate",
            input: JSON.stringify({ members: { loaders: ["load"], reconcilers: ["reconcile"] } }),
            triggers: schemaVersion(),
        });
    });

    it("waits for the warehouse, and for what migrate may do", () => {
        const { dependsOn } = found(INVOCATION, "schema");
        const needed = ["workgroup:Workgroup warehouse", "function:Function migrate"];
        for (const name of needed)
            assert.ok(
                dependsOn.some((one) => one.endsWith(name)),
                `${name}: ${dependsOn}`,
            );
    });
});

describe("the version of the schema", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "schema-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it("names the last migration, and is another one when any file is", () => {
        const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
        const seen = new Set<string>();
        const changes: [string, string][] = [
            ["0001-one.sql", "SELECT 1"],
            ["0002-two.sql", "SELECT 2"],
            ["0001-one.sql", "SELECT 3"],
        ];
        for (const [file, text] of changes) {
            write(file, text);
            const { hash } = schemaVersion(folder);
            assert.match(hash, /^[0-9a-f]{16}$/);
            seen.add(hash);
        }
        assert.equal(seen.size, changes.length);
        assert.equal(schemaVersion(folder).migration, "0002-two");
        write("README.md", "not a migration");
        assert.ok(seen.has(schemaVersion(folder).hash));
    });
});
