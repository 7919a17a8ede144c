import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { main } from "../operations/cli/main.ts";
import { Story } from "../operations/cli/story.ts";
import { UserError } from "../operations/cli/user-error.ts";
import { writeOutput } from "../operations/cli/write-output.ts";
import { paths } from "../tools/paths.mjs";
import { BENCHES, chosen } from "./benches.ts";
import type { Finding } from "./figure.ts";
import { asMarkdown, ratiosOf } from "./page.ts";
import { worseThan } from "./worse.ts";

const PAGE = "docs/benchmarks.md";

async function bench(args: string[]): Promise<number> {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { out: { type: "string" }, peers: { type: "boolean", default: false } },
    });
    const names = chosen(positionals, values.peers);
    const unknown = names.find((name) => !(name in BENCHES));
    if (unknown) throw new UserError(`Unknown benchmark "${unknown}": choose from ${Object.keys(BENCHES).join(", ")}.`);
    const story = new Story(process.stderr);
    const findings: Finding[] = [];
    const notes: string[] = [];
    const failed: string[] = [];
    const page = (): string => asMarkdown(findings, [...notes, ...failed]);
    for (const name of names) {
        const { run, leftOut = [] } = BENCHES[name] ?? {};
        // What others took minutes to measure is not lost with it.
        const found = await story.step(name, async () => (await run?.()) ?? []).catch((error: Error) => error);
        if (found instanceof Error) failed.push(`\`${name}\` failed: ${found.message.split("\n")[0]}`);
        else findings.push(...found);
        notes.push(...leftOut);
        // The whole takes hours: who ends it early has what was measured until then.
        if (values.out) await writeOutput(values.out, page());
    }
    process.stdout.write(page());
    for (const sentence of worseThan(ratiosOf(committedPage()), findings)) story.line(sentence);
    for (const reason of failed) story.line(reason);
    return failed.length > 0 ? 1 : 0;
}

/** The page that the figures are compared with; none where there is no repository. */
function committedPage(): string {
    try {
        return execFileSync("git", ["show", `HEAD:${PAGE}`], { cwd: paths.root, encoding: "utf8", stdio: "pipe" });
    } catch {
        return "";
    }
}

main(bench);
