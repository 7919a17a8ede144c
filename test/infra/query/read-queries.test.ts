import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readQueries } from "../../../infra/query/read-queries.ts";

describe("readQueries", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "queries-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it("reads name, purpose and parameters from a file", () => {
        const sql = "-- Purpose: To ask.\n-- Parameters:\n--   id: whose? anybody's\nSELECT 1 WHERE id = ?\n";
        writeFileSync(join(folder, "who.sql"), sql);
        writeFileSync(join(folder, "README.md"), "");
        const parameters = [{ name: "id", meaning: "whose? anybody's" }];
        assert.deepEqual(readQueries(folder), [{ name: "who", purpose: "To ask.", parameters, sql }]);
    });

    it("refuses a file that does not say its purpose", () => {
        writeFileSync(join(folder, "who.sql"), "SELECT 1");
        assert.throws(() => readQueries(folder), /Query who must begin with "-- Purpose: …", begins "SELECT 1"/);
    });

    it("refuses a parameter that the header does not explain", () => {
        writeFileSync(join(folder, "who.sql"), "-- Purpose: To ask.\nSELECT 1 WHERE id = ?");
        assert.throws(
            () => readQueries(folder),
            /Query who has 1 question marks, but its header explains 0 parameters/,
        );
    });
});
