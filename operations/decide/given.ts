import { IDENTIFIER } from "../../contract/transaction/identifiers.ts";
import { containsCardNumber, maskLongNumbers } from "../../contract/values/card-number.ts";
import { isIban } from "../../contract/values/iban.ts";

const DECISIONS = ["fraud", "legitimate"] as const;

/** What an analyst says of one transaction. */
export interface Given {
    id: string;
    decision: (typeof DECISIONS)[number];
    /** The analyst, as the bank's directory has them. */
    by: string;
    note?: string;
}

/** As directories write accounts and addresses; without blanks, so that it is no full name. */
const NAME = /^[A-Za-z0-9._@-]{1,64}$/;
/** The note is kept as long as the row, for reading in one line. */
const NOTE_LENGTH = 200;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** What is wrong with it, in words that repeat no note and no number that may be somebody's. */
export function givenFaults({
    id,
    decision,
    by,
    note = "",
}: Record<"id" | "decision" | "by", string> & { note?: string }) {
    const faults: string[] = [];
    if (!IDENTIFIER.test(id)) faults.push(`The id "${shown(id)}" is none of a transaction: copy it from the alert.`);
    if (!DECISIONS.some((known) => known === decision)) {
        faults.push(`The decision "${shown(decision)}" is not known: choose ${DECISIONS.join(" or ")}.`);
    }
    faults.push(...nameFaults(by));
    if ([...note].length > NOTE_LENGTH) {
        faults.push(`The note has ${[...note].length} characters, and at most ${NOTE_LENGTH} are kept: shorten it.`);
    }
    if (INVISIBLE.test(note)) faults.push("The note holds a line end or an invisible mark: write it as one line.");
    if (containsCardNumber(note)) faults.push("The note holds what looks like a card number: leave it out.");
    if (containsIban(note)) faults.push("The note holds an IBAN: leave it out, the transaction names its accounts.");
    return faults;
}

/** Why this cannot be who decided. */
export function nameFaults(by: string): string[] {
    if (NAME.test(by) && !containsCardNumber(by)) return [];
    const fix = "give 1 to 64 letters, digits and . _ - @, as the bank's directory has them";
    return [`"${shown(by)}" cannot say who decided: ${fix}.`];
}

/** People group an IBAN in fours, so each begin of one is tried with what follows. */
function containsIban(note: string): boolean {
    return [...note.toUpperCase().matchAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/g)].some(([found]) => {
        const joined = found.replaceAll(" ", "");
        // Words after it run on into the match.
        return Array.from({ length: joined.length - 14 }, (_, cut) => joined.slice(0, 15 + cut)).some(isIban);
    });
}

const LONGEST_SHOWN = 64;

function shown(value: string): string {
    const masked = maskLongNumbers(value).replace(/\p{C}/gu, "?");
    return masked.length > LONGEST_SHOWN ? `${masked.slice(0, LONGEST_SHOWN)}…` : masked;
}
