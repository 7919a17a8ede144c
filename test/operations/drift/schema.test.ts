import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { DriftReport } from "../../../operations/drift/report-schema.ts";
import { paths } from "../../../tools/paths.mjs";

const file = join(paths.root, "docs", "schemas", "drift-report.schema.json");

describe("the published schema of a drift report", () => {
    it("is the one that the program goes by", () => {
        assert.deepEqual(
            JSON.parse(readFileSync(file, "utf8")),
            JSON.parse(JSON.stringify(z.toJSONSchema(DriftReport))),
        );
    });
});
