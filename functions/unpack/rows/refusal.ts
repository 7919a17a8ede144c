import type { RowReason } from "../../../contract/reasons.ts";
import type { Field } from "../../../contract/transaction/transaction.ts";
import type { Refusal } from "./row.ts";

/** A value of this many digits could be most of a card number. */
const HIDDEN_DIGITS = 12;
const SHOWN_LENGTH = 64;

export function missing(field: Field): Refusal {
    return refusal("missing-field", field, `${field} is empty`);
}

/** Values are quoted with escapes, so that marks nobody sees become visible; a long or numeric one could be a card. */
export function refused(reason: RowReason, field: Field, value: string): Refusal {
    const digits = value.normalize("NFKC").replace(/\P{N}/gu, "").length;
    const shown =
        digits >= HIDDEN_DIGITS || value.length > SHOWN_LENGTH ? `${value.length} characters` : visible(value);
    return refusal(reason, field, `${field} is wrong: ${shown}`);
}

function visible(value: string): string {
    const escaped = JSON.stringify(value);
    return escaped.replace(/[^ -~]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

export function refusal(reason: RowReason, field: Field, detail: string): Refusal {
    return { ok: false, reason, field, detail };
}
