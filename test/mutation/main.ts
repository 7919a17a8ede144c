import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { main } from "../../operations/cli/main.ts";
import { paths } from "../../tools/paths.mjs";
import { AREAS, type Area } from "./areas.ts";
import { judged, type Mutant } from "./judged.ts";

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
        const { text, percent, unlisted } = judged(
            await mutantsOf({ ...area, mutate: values.only ?? area.mutate }),
            linesOf,
        );
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
        testRunnerNodeArgs: ["--import", "tsx"],
        coverageAnalysis: "perTest",
        concurrency: 1,
        reporters: [],
        // Half of the time limits of the tests here are the machine's moods.
        timeoutMS: 20_000,
        ignorePatterns: [".platform", "bench", "docs"],
        tempDirName: path.join(".platform", "mutation"),
        mocha: { spec: tests.flatMap(filesOf) },
        warnings: { unknownOptions: false },
    } as object).runMutationTest();
    return results.map(({ fileName, location, replacement = "", status, mutatorName }) => ({
        file: path.relative(paths.root, fileName),
        line: location.start.line,
        replacement,
        status,
        mutator: mutatorName,
    }));
}

function filesOf(name: string): string[] {
    const file = path.join(paths.root, name);
    if (!statSync(file).isDirectory()) return [name];
    return readdirSync(file, { recursive: true, encoding: "utf8" })
        .filter((inner) => inner.endsWith(".test.ts"))
        .map((inner) => path.join(name, inner));
}

function linesOf(file: string): string[] {
    return readFileSync(path.join(paths.root, file), "utf8").split("\n");
}

main(mutation);
