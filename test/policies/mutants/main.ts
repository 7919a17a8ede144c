import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";
import { owningAll } from "../../support/owning-all.ts";
import { programRecords } from "../../support/program-records.ts";
import { reasonFor } from "./harmless.ts";
import { caughtBy } from "./judge.ts";
import { mutantsOf } from "./mutants.ts";
import { report } from "./report.ts";

const records = await programRecords("prod", { settings: owningAll("prod") });
const results = mutantsOf(records).map((mutant) => ({ mutant, rule: caughtBy(records, mutant) }));
const unexplained = results.filter(({ mutant, rule }) => rule === undefined && reasonFor(mutant) === undefined);
for (const { mutant } of unexplained) {
    process.stdout.write(`not caught: ${mutant.kind} ${mutant.type} ${mutant.name} ${mutant.property}\n`);
}
await writeFile(join(paths.root, "docs", "mutants.md"), report(results));
process.stdout.write(
    `${results.length} mutants, ${unexplained.length} neither caught nor explained: docs/mutants.md\n`,
);
process.exitCode = unexplained.length > 0 ? 2 : 0;
