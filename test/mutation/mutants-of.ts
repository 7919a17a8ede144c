import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Location } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { paths } from "../../tools/paths.mjs";
import type { Area } from "./areas.ts";
import type { Mutant } from "./judged.ts";

/** Properties meet the same inputs whatever the mutant, and a few of them: a survivor meets every test that reaches it. */
const FIRST = ["test/support/seed.ts", "test/mutation/few-inputs.ts"];
const INPUTS = "20";

/** What becomes of each change to the sources of an area. */
export async function mutantsOf({ mutate, tests }: Area, sandbox: string): Promise<Mutant[]> {
    process.env.INPUTS ??= INPUTS;
    const results = await new Stryker({
        mutate: [...mutate],
        testRunner: "mocha",
        plugins: [path.join(paths.root, "test", "mutation", "mocha-plugin.mjs")],
        coverageAnalysis: "perTest",
        concurrency: 1,
        reporters: ["progress-append-only"],
        logLevel: "error",
        // A machine's moods must not pass for a test's notice.
        timeoutMS: 10_000,
        ignorePatterns: [".platform", "docs/console"],
        tempDirName: sandbox,
        cleanTempDir: "always",
        // Nothing here looks at types.
        disableTypeChecks: false,
        mocha: { spec: [...FIRST, ...tests.flatMap(filesOf)] },
        warnings: { unknownOptions: false },
    } as object).runMutationTest();
    return results.map(({ fileName, location, replacement = "", status, mutatorName }) => ({
        file: path.relative(paths.root, fileName),
        ...placeOf(readFileSync(fileName, "utf8").split("\n"), location),
        replacement,
        status,
        mutator: mutatorName,
    }));
}

/** Where a mutant is; Stryker counts lines and columns from 1 on here. */
function placeOf(lines: readonly string[], { start, end }: Location): Pick<Mutant, "line" | "text" | "original"> {
    const within = lines.slice(start.line - 1, end.line);
    const last = (within.pop() ?? "").slice(0, end.column - 1);
    const original = [...within, last].join("\n").slice(start.column - 1);
    return { line: start.line, text: (lines[start.line - 1] ?? "").trim(), original };
}

function filesOf(name: string): string[] {
    const file = path.join(paths.root, name);
    if (!statSync(file).isDirectory()) return [name];
    return readdirSync(file, { recursive: true, encoding: "utf8" })
        .filter((inner) => inner.endsWith(".test.ts"))
        .map((inner) => path.join(name, inner));
}
