import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { main } from "../../operations/cli/main.ts";
import { paths } from "../../tools/paths.mjs";
import { MEASURED } from "./measured.mjs";
import { onlyAsWritten } from "./only-as-written.ts";
import { reportOn } from "./report.ts";
import { runTests } from "./run-tests.ts";

/** Percent; the least that is accepted. */
const LEAST = { lines: 95, branches: 90 } as const;

/** Exit codes above it say which signal ended a program. */
const FIRST_OF_SIGNALS = 128;

async function coverage(args: string[]): Promise<number> {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            out: { type: "string", default: join(paths.platform, "coverage") },
            collected: { type: "string" },
        },
    });
    if (values.collected !== undefined) return (await judge(values.collected, values.out)) ? 0 : 1;
    const tests = positionals.length > 0 ? positionals : MEASURED.map((folder) => `test/${folder}`);
    const collected = join(values.out, "collected");
    await rm(values.out, { recursive: true, force: true });
    await mkdir(collected, { recursive: true });
    const code = await runTests(tests, collected);
    if (code > FIRST_OF_SIGNALS) return code;
    const isEnough = await judge(collected, values.out);
    return code !== 0 || !isEnough ? 1 : 0;
}

/** Reports on what was collected, and says whether it is enough. */
async function judge(collected: string, out: string): Promise<boolean> {
    await onlyAsWritten(collected);
    const figures = await reportOn(collected, out);
    await rm(collected, { recursive: true });
    const short = (["lines", "branches"] as const).filter((kind) => figures[kind] < LEAST[kind]);
    for (const kind of short) {
        process.stdout.write(
            `Too little is tested: ${figures[kind]}% of the ${kind}, at least ${LEAST[kind]}% is asked.\n`,
        );
    }
    process.stdout.write(`Line by line: ${join(out, "index.html")}\n`);
    return short.length === 0;
}

main(coverage);
