import type { ResourceRecord } from "../../policies/core/resource.ts";
import type { Rule } from "../../policies/core/rule.ts";
import { isAbout } from "../../policies/exceptions/exception.ts";
import { readExceptions } from "../../policies/exceptions/read-exceptions.ts";
import type { Framework } from "../../policies/frameworks/framework.ts";
import { controlsOf, countedByState } from "./controls.ts";
import type { Evidence, ExceptionEvidence, MadeFrom, RuleEvidence } from "./evidence.ts";
import { judgedByRules } from "./judged-by-rules.ts";

export interface CompileArgs {
    readonly stack: string;
    readonly project: string;
    readonly records: readonly ResourceRecord[];
    readonly rules: readonly Rule[];
    readonly frameworks: Readonly<Record<string, Framework>>;
    /** The text of `policies/exceptions.yaml`. */
    readonly exceptions: string;
    /** `YYYY-MM-DD`, which decides what exceptions hold. */
    readonly day: string;
    readonly madeFrom: MadeFrom;
}

/** The evidence of a stack, out of what it consists of. Nothing in it depends on the clock but through `day`. */
export function compileEvidence(args: CompileArgs): Evidence {
    const { stack, project, day, madeFrom } = args;
    // The stack itself is no resource that somebody provisions, and counts nowhere else either.
    const records = args.records
        .filter(({ type }) => type !== "pulumi:pulumi:Stack")
        .sort((one, other) => (one.urn < other.urn ? -1 : 1));
    const read = readExceptions(args.exceptions, { today: day, rules: args.rules.map(({ name }) => name) });
    const { rules, faults } = judgedByRules(records, args.rules, read, day);
    const frameworks = controlsOf(args.frameworks, rules);
    const exceptions = read.exceptions.flatMap((exception): ExceptionEvidence[] =>
        isAbout(exception, { stack, project }) ? [{ ...exception, uses: usesOf(exception.id, rules) }] : [],
    );
    return {
        schema: "compliance-platform/evidence/1",
        stack,
        project,
        ...(read.exceptions.length + read.faults.length > 0 && { day }),
        madeFrom,
        controlsByState: countedByState(frameworks),
        frameworks,
        rules,
        resources: records.map(({ urn, type, name }) => ({ urn, type, name })),
        exceptions,
        faults,
    };
}

function usesOf(id: string, rules: readonly RuleEvidence[]): number {
    return rules.flatMap(({ findings }) => findings).filter(({ exception }) => exception === id).length;
}
