import { writeFile } from "node:fs/promises";
import { relative } from "node:path";
import type { Exception } from "../../policies/exceptions/exception.ts";
import { paths } from "../../tools/paths.mjs";
import { requireKnownStack } from "../../tools/pulumi/stacks.mjs";
import { UserError } from "../cli/user-error.ts";
import { cannotWrite } from "../cli/write-output.ts";
import { asDay } from "../evidence/day.ts";
import type { Finding } from "../preview/report.ts";
import { chooseFinding, type Wanted } from "./choose-finding.ts";
import { exceptionsFile, exceptionsText, gitUser, ruleNames } from "./file.ts";
import { judgeStacks } from "./judge-stacks.ts";
import type { Options } from "./options.ts";
import { entryNamed, nextId, proposalFor, requireSaid } from "./proposal.ts";
import { reportFindings } from "./report-findings.ts";
import { asYaml, withEntry, withoutEntry } from "./write-entry.ts";

/** Writes an entry for one finding and says what comes next. */
export async function propose(options: Options): Promise<string> {
    const [today, proposer] = [asDay(undefined), gitUser()];
    const [before, rules] = [await exceptionsText(), ruleNames];
    const old = options.renew === undefined ? undefined : entryNamed(before, options.renew, { today, rules });
    const said = { ...(proposer !== undefined && { owner: proposer }), ...saidBy(old), ...options };
    requireSaid(said, today, proposer);
    const text = old === undefined ? before : withoutEntry(before, old.id);
    const found = old ? { rule: old.rule, urn: old.resource, property: old.finding } : await findingOf(options);
    const id = said.id ?? nextId(before, today);
    const entry = proposalFor(found, { ...said, id }, text, { today, rules });
    if (options.print) return asYaml(entry);
    await writeFile(exceptionsFile, withEntry(text, entry)).catch((cause) => {
        throw cannotWrite(exceptionsFile, cause);
    });
    return [
        `${entry.id} is proposed in ${relative(paths.root, exceptionsFile)}:`,
        "",
        asYaml(entry),
        "It accepts nothing yet. Next:",
        `  1. Commit it on a branch and open a pull request: its code owners see it.`,
        `  2. ${entry.approver} approves it there: npm run exceptions -- approve ${entry.id}`,
        "",
    ].join("\n");
}

/** What a renewed exception goes on to say. */
function saidBy(old: Exception | undefined): Partial<Exception> {
    if (old === undefined) return {};
    const { category, reason, owner, approver, ticket } = old;
    return { category, reason, owner, approver, ticket };
}

async function findingOf({ stack, rule, resource, finding, from }: Options): Promise<Finding> {
    const wanted: Wanted = {
        ...(rule !== undefined && { rule }),
        ...(resource !== undefined && { resource }),
        ...(finding !== undefined && { finding }),
    };
    if (rule !== undefined && !ruleNames.includes(rule))
        throw new UserError(`There is no rule "${rule}".${like(rule)}`);
    if (from !== undefined) return chooseFinding(await reportFindings(from, stack), wanted, from);
    requireKnownStack(paths, stack ?? "");
    const judged = await judgeStacks(paths, [stack ?? ""]);
    const error = judged.find((one) => one.error !== undefined)?.error;
    if (error !== undefined) throw new UserError(`${stack} could not be judged: ${error}`);
    return chooseFinding(
        judged.flatMap(({ findings }) => findings),
        wanted,
        stack ?? "",
    );
}

/** Names that share a word with what was asked for. */
function like(rule: string): string {
    const words = rule.split("-").filter((word) => word.length > 3);
    const near = ruleNames.filter((name) => words.some((word) => name.split("-").includes(word)));
    if (near.length === 0 || near.length > 8) return " docs/controls.md has them all.";
    return ` Did you mean ${near.join(", ")}?`;
}
