import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";
import { owningAll } from "../../support/owning-all.ts";
import { programRecords } from "../../support/program-records.ts";
import { HARMLESS, reasonFor } from "./harmless.ts";
import { caughtBy } from "./judge.ts";
import { mutantsOf } from "./mutants.ts";
import { type Result, report } from "./report.ts";

describe("the program of prod, broken in one place", () => {
    let results: readonly Result[];

    before(async () => {
        const records = await programRecords("prod", { settings: owningAll("prod") });
        results = mutantsOf(records).map((mutant) => ({ mutant, rule: caughtBy(records, mutant) }));
    });

    it("is caught by a rule, or harmless for a reason", () => {
        const left = results.filter(({ mutant, rule }) => rule === undefined && reasonFor(mutant) === undefined);
        assert.deepEqual(
            left.map(({ mutant: { kind, type, name, property } }) => `${kind} ${type} ${name} ${property}`),
            [],
        );
    });

    it("was broken in more than 600 ways, few of which are harmless", () => {
        assert.ok(results.length >= 600, String(results.length));
        const harmless = results.filter(({ rule }) => rule === undefined);
        assert.ok(harmless.length * 12 < results.length, `${harmless.length} of ${results.length}`);
        const unused = HARMLESS.filter((entry) => !harmless.some(({ mutant }) => reasonFor(mutant) === entry));
        assert.deepEqual(
            unused.map(({ what }) => what),
            [],
        );
    });

    it("is told of in docs/mutants.md as it is; npm run mutants writes it", () => {
        assert.equal(report(results), readFileSync(join(paths.root, "docs", "mutants.md"), "utf8"));
    });
});
