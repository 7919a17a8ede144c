import { covers, daysBetween, type Exception, isAbout } from "../../policies/exceptions/exception.ts";
import type { ReadOptions } from "../../policies/exceptions/faults-of-entry.ts";
import { readEntries } from "../../policies/exceptions/read-exceptions.ts";
import type { Finding } from "../preview/report.ts";

/** What the guardrails find in a stack today, what exceptions accept included; or why that is not known. */
export interface Judged {
    readonly stack: string;
    readonly project: string;
    readonly findings: readonly Finding[];
    readonly error?: string;
}

/** The JSON of `npm run exceptions -- list --format json`. */
export interface Looked {
    readonly day: string;
    readonly exceptions: readonly LookedAt[];
    /** What is wrong with the file as a whole. */
    readonly faults: readonly string[];
    /** Stacks in which nobody could say what is still needed. */
    readonly undecided: readonly { readonly stack: string; readonly error: string }[];
}

export interface LookedAt extends Partial<Omit<Exception, "id">> {
    readonly id: string;
    readonly state: "holds" | "ended" | "pending" | "faulty";
    /** Days until its end, which count that day; negative past it. */
    readonly daysLeft?: number;
    /** Whether it matches a finding today; left out where a stack that it is about could not be judged. */
    readonly needed?: boolean;
    readonly matches: readonly { readonly stack: string; readonly urn: string; readonly property: string }[];
    readonly faults: readonly string[];
}

/** Each entry of the file, and what it is good for today. */
export function look(text: string, judged: readonly Judged[], options: ReadOptions): Looked {
    const { entries, faults } = readEntries(text, options);
    return {
        day: options.today,
        exceptions: entries.map(({ id, fields, faults: found }) => {
            const texts = Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === "string"));
            const exception: Partial<Exception> = texts;
            const daysLeft = daysBetween(options.today, exception.expires ?? "");
            return {
                ...exception,
                id,
                state: stateOf(found),
                ...(!Number.isNaN(daysLeft) && { daysLeft }),
                ...needOf(exception, judged),
                faults: found.filter(({ kind }) => kind === undefined).map(({ what }) => what),
            };
        }),
        faults: faults.map(({ what }) => what),
        undecided: judged.flatMap(({ stack, error }) => (error === undefined ? [] : [{ stack, error }])),
    };
}

function stateOf(faults: readonly { kind?: "ended" | "pending" }[]): LookedAt["state"] {
    if (faults.some(({ kind }) => kind === undefined)) return "faulty";
    return faults[0]?.kind ?? "holds";
}

function needOf({ rule, resource, finding }: Partial<Exception>, judged: readonly Judged[]) {
    if (rule === undefined || resource === undefined || finding === undefined) return { needed: false, matches: [] };
    const about = judged.filter((one) => isAbout({ resource }, one));
    const matches = about.flatMap(({ stack, findings }) =>
        findings
            .filter((found) => covers({ rule, resource, finding }, found))
            .map(({ urn, property }) => ({ stack, urn, property })),
    );
    const isOpen = matches.length === 0 && about.some(({ error }) => error !== undefined);
    return { matches, ...(!isOpen && { needed: matches.length > 0 }) };
}

/** Whether at least one entry could be about a stack, or a project of it. */
export function asksFor(text: string, options: ReadOptions): (place: { stack: string; project?: string }) => boolean {
    const patterns = readEntries(text, options).entries.flatMap(({ fields: { resource } }) =>
        typeof resource === "string" ? [resource] : [],
    );
    return (place) => patterns.some((resource) => isAbout({ resource }, place));
}
