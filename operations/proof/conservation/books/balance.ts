import { canonicalJson, contentHash } from "../../../../contract/transaction/transaction.ts";
import type { Given } from "../feed/given.ts";
import type { Books } from "./books.ts";
import { type Fault, fault } from "./fault.ts";

export const ENDS = ["scored", "quarantined", "duplicate", "dead-lettered"] as const;
export type End = (typeof ENDS)[number];

export interface Balance {
    counts: Record<End, number>;
    faults: Fault[];
}

/**
 * Holds what was put in against the books: each delivery must stand in one of them, and nothing else may stand there. A
 * message may be given up after its work was done; then its work counts, and it is no dead letter.
 */
export function balanced(given: ReadonlyMap<string, Given>, books: Books): Balance {
    const counts: Record<End, number> = { scored: 0, quarantined: 0, duplicate: 0, "dead-lettered": 0 };
    const faults: Fault[] = [];
    const dead = deadLetters(books);
    for (const one of given.values()) {
        const ends = endsOf(one, books, dead);
        const [end] = ends;
        if (end === undefined) faults.push(fault(one.origin, `is lost: no book names it${claimOf(one, books)}`));
        else counts[end]++;
        if (ends.length > 1) faults.push(fault(one.origin, `is named more than once: ${ends.join(", ")}`));
        const wrong = end && wrongly(end, one, books);
        if (wrong !== undefined) faults.push(fault(one.origin, wrong));
    }
    return { counts, faults: [...faults, ...invented(given, books, dead)] };
}

/** The names of what is parked: of messages, and of files and objects as a whole. */
function deadLetters({ parked }: Books): Set<string> {
    return new Set(
        parked.flatMap(({ origins, file, records }) => [
            ...origins,
            ...(file === undefined ? [] : [`file:${file}`]),
            ...records.map((key) => `object:${key}`),
        ]),
    );
}

function endsOf({ origin, file }: Given, books: Books, dead: ReadonlySet<string>): End[] {
    const ends: End[] = [];
    if (books.scored.has(origin)) ends.push("scored");
    if (books.quarantined.has(origin)) ends.push("quarantined");
    if (books.duplicates.has(origin)) ends.push("duplicate");
    if (ends.length > 0) return ends;
    return dead.has(origin) || (file !== undefined && dead.has(`file:${file}`)) ? ["dead-lettered"] : [];
}

function claimOf({ transaction, origin }: Given, { rows }: Books): string {
    const row = rows.get(transaction?.id ?? "");
    return row?.origin === origin ? `, though the ledger has it as ${row.state}` : "";
}

/** Why it may not have ended this way. */
function wrongly(end: End, { origin, transaction, refused, foreign }: Given, books: Books): string | undefined {
    if (end === "dead-lettered") return undefined;
    if (foreign) return `is of nobody, and is ${end}`;
    if (refused !== undefined) {
        const reason = books.quarantined.get(origin)?.reason;
        return reason === refused ? undefined : `must be refused as ${refused}, and is ${reason ?? end}`;
    }
    if (transaction === undefined) return undefined;
    const row = books.rows.get(transaction.id);
    const isSame = row?.contentHash === contentHash(canonicalJson(transaction));
    if (end !== "quarantined")
        return isSame ? undefined : `is ${end}, though the ledger has something else under ${transaction.id}`;
    const { reason } = books.quarantined.get(origin) ?? {};
    return reason === "conflict" && !isSame ? undefined : `is sound, and is quarantined as ${reason}`;
}

function invented(given: ReadonlyMap<string, Given>, books: Books, dead: ReadonlySet<string>): Fault[] {
    const files = new Set([...given.values()].flatMap(({ file }) => (file === undefined ? [] : [`file:${file}`])));
    const isKnown = (name: string) => given.has(name) || files.has(name) || name.startsWith("object:");
    const named = new Set([...books.scored.keys(), ...books.quarantined.keys(), ...books.duplicates.keys(), ...dead]);
    const strangers = [...named].filter((name) => !isKnown(name));
    // The model is asked again before the verdict of the rules is written, so its transaction need not be scored yet.
    const unclaimed = books.parked.flatMap(({ askedAgain }) =>
        askedAgain === undefined || books.rows.has(askedAgain) ? [] : [askedAgain],
    );
    return [...strangers, ...unclaimed].map((name) => fault(name, "is invented: nothing of that name was put in"));
}
