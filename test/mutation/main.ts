import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Location } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { main } from "../../operations/cli/main.ts";
import { paths } from "../../tools/paths.mjs";
import { AREAS, type Area } from "./areas.ts";
import { judged, type Mutant } from "./judged.ts";

/** Properties meet the same inputs whatever the mutant, and a few of them. */
const SEED = "test/support/seed.ts";
process.env.INPUTS ??= "20";

/** Percent of the mutants that tests must notice. */
const LEAST = 90;

async function mutation(args: string[]): Promise<number> {
    const { positionals, values } = parseArgs({
        args,
        allowPositionals: true,
        options: { only: { type: "string", multiple: true } },
    });
    const unknown = positionals.filter((name) => !Object.hasOwn(AREAS, name));
    if (unknown.length > 0) {
        process.stderr.write(`There is no area ${unknown.join(", ")}; there are ${Object.keys(AREAS).join(", ")}.\n`);
        return 2;
    }
    let isGood = true;
    for (const name of positionals.length > 0 ? positionals : Object.keys(AREAS)) {
        const area = AREAS[name];
        if (area === undefined) continue;
        const { text, percent, unlisted } = judged(await mutantsOf({ ...area, mutate: values.only ?? area.mutate }));
        process.stdout.write(`${name}: ${text}\n`);
        isGood &&= percent >= LEAST && unlisted === 0;
    }
    return isGood ? 0 : 1;
}

async function mutantsOf({ mutate, tests }: Area): Promise<Mutant[]> {
    const results = await new Stryker({
        mutate: [...mutate],
        testRunner: "mocha",
        plugins: [path.join(paths.root, "test", "mutation", "mocha-plugin.mjs")],
        coverageAnalysis: "perTest",
        concurrency: 1,
        reporters: [],
        logLevel: "error",
        // Half of the time limits of the tests here are the machine's moods.
        timeoutMS: 20_000,
        ignorePatterns: [".platform", "bench", "docs"],
        tempDirName: path.join(".platform", "mutation"),
        cleanTempDir: "always",
        // Nothing here looks at types.
        disableTypeChecks: false,
        mocha: { spec: [SEED, ...tests.flatMap(filesOf)] },
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

/** Where a mutant is; Stryker counts lines from 1 on here, and columns too. */
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

main(mutation);
