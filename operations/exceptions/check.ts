import { wrapped } from "../cli/wrapped.ts";
import type { Looked, LookedAt } from "./looked.ts";

/** Exit codes of `npm run exceptions -- check`. */
export const EXIT = { inOrder: 0, failed: 1, wrong: 2, endsSoon: 3 } as const;

/** What somebody has to do about the exceptions; the JSON of `check`. */
export interface Check {
    readonly day: string;
    /** How many days before its end an exception is told of. */
    readonly days: number;
    readonly total: number;
    /** Of the file or of entries, each with all that is wrong with it. */
    readonly faults: readonly string[];
    readonly ended: readonly Told[];
    readonly pending: readonly Told[];
    /** Those that hold and end within so many days. */
    readonly ending: readonly Told[];
    /** Those that match no finding today. */
    readonly unneeded: readonly Told[];
    /** Why it is not known of some whether they match. */
    readonly undecided: readonly string[];
}

type Told = Pick<LookedAt, "id" | "rule" | "resource" | "owner" | "approver" | "expires" | "daysLeft">;

export function check({ day, exceptions, faults, undecided }: Looked, days: number): Check {
    const told = (is: (one: LookedAt) => boolean) => exceptions.filter(is).map(shortly);
    return {
        day,
        days,
        total: exceptions.length,
        faults: [
            ...faults.map((what) => `policies/exceptions.yaml ${what}`),
            ...exceptions.flatMap((one) => one.faults.map((what) => `${one.id} ${what}`)),
        ],
        ended: told(({ state }) => state === "ended"),
        pending: told(({ state }) => state === "pending"),
        ending: told(({ state, daysLeft = 0 }) => state === "holds" && daysLeft <= days),
        unneeded: told(({ state, needed }) => state !== "faulty" && needed === false),
        undecided: undecided.map(({ stack, error }) => `${stack} could not be judged: ${error}`),
    };
}

function shortly({ id, rule, resource, owner, approver, expires, daysLeft }: LookedAt): Told {
    const known = { rule, resource, owner, approver, expires, daysLeft };
    return { id, ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as object) };
}

export function exitCode({ faults, ended, pending, ending, unneeded, undecided }: Check): number {
    if (faults.length + ended.length + pending.length + unneeded.length > 0) return EXIT.wrong;
    if (undecided.length > 0) return EXIT.failed;
    return ending.length > 0 ? EXIT.endsSoon : EXIT.inOrder;
}

/** What to do, the gravest first, and one line of result. */
export function asText(found: Check): string {
    const { faults, ended, pending, ending, unneeded, undecided, total, days, day } = found;
    const sections: readonly (readonly [string, readonly string[]])[] = [
        ["Wrong in the file: correct it, until then these accept nothing", faults],
        ["Ended: mend the finding, or propose it anew and remove these", ended.map(said)],
        ["Not approved: accept nothing until their approver runs npm run exceptions -- approve ID", pending.map(asked)],
        ["Of no use: match no finding today, remove them", unneeded.map(said)],
        [`End within ${days} days: mend the finding, or propose it anew`, ending.map(said)],
        ["Not known: whether they are still of use", undecided],
    ];
    const lines = sections.flatMap(([title, items]) =>
        items.length === 0 ? [] : [title, ...items.map((item) => `  ${item}`), ""],
    );
    const many = total === 1 ? "1 exception" : `${total} exceptions`;
    const result = exitCode(found) === EXIT.inOrder ? "in order" : "see above";
    return `${wrapped([...lines, `${many} as of ${day}: ${result}.`].join("\n"))}\n`;
}

function said({ id, rule = "?", owner = "?", expires = "?", daysLeft = 0 }: Told): string {
    const end = daysLeft < 0 ? `ended on ${expires}` : `ends on ${expires}, ${daysLeft} days left`;
    return `${id}: ${rule}, of ${owner}, ${end}`;
}

function asked({ id, rule = "?", approver = "?" }: Told): string {
    return `${id}: ${rule}, asked of ${approver}`;
}
