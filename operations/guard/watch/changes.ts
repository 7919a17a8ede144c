import { EXCEPTIONS_RULE } from "../../../policies/exceptions/register.ts";
import type { Finding } from "../../preview/report.ts";
import type { Fault } from "../judge/judgement.ts";
import type { GuardReport, Placed } from "../report.ts";

/** One thing that somebody must mend: a finding, or a fault of the program. */
export type Trouble = { readonly key: string } & (
    | { readonly finding: Placed<Finding>; readonly fault?: never }
    | { readonly fault: Placed<Fault>; readonly finding?: never }
);

/** What an answer says beside the one before it. */
export interface Changes {
    readonly fresh: readonly Trouble[];
    readonly open: readonly Trouble[];
    readonly mended: readonly Trouble[];
    /** Findings of before that nothing was said about, since the program failed. */
    readonly undecided: readonly Trouble[];
}

/** What is in trouble. The wording may change while the trouble stays the same. */
export function troublesIn({ findings, faults }: GuardReport): Trouble[] {
    return [
        ...faults.map((fault): Trouble => ({ key: `fault ${fault.message}`, fault })),
        ...findings.map((finding): Trouble => ({ key: keyOf(finding), finding })),
    ];
}

function keyOf({ rule, status, urn, property, message }: Finding): string {
    // Of a faulty exception only the message tells what is wrong with it.
    return JSON.stringify([rule, status, urn, property, ...(rule === EXCEPTIONS_RULE ? [message] : [])]);
}

/** Compares an answer with all that was open before it. */
export function changesIn(before: readonly Trouble[], report: GuardReport): Changes {
    const now = troublesIn(report);
    const [earlier, later] = [new Set(before.map(({ key }) => key)), new Set(now.map(({ key }) => key))];
    const gone = before.filter(({ key }) => !later.has(key));
    // Only a program that went through shows that something is no longer wrong.
    const failed = report.errors.length > 0;
    return {
        fresh: now.filter(({ key }) => !earlier.has(key)),
        open: now.filter(({ key }) => earlier.has(key)),
        mended: gone.filter(({ fault }) => !failed || fault !== undefined),
        undecided: gone.filter(({ finding }) => failed && finding !== undefined),
    };
}
