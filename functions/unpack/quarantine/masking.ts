import { maskJson } from "../../../contract/cards/json-text.ts";
import { GAP_LENGTH } from "../../../contract/cards/normal-form.ts";
import { CHARACTERS } from "../../../contract/limits.ts";
import { maskCardNumbers, maskLongNumbers } from "../../../contract/values/card-number.ts";

const CONTENT_LENGTH = CHARACTERS.rowContent;
/** The longest that a card number can be written: what lies this far behind a cut may belong to one before it. */
export const LOOKAHEAD = 32 * GAP_LENGTH;

/** Hides card numbers in a value. `known` are numbers that are hidden wherever their digits stand. */
export type Mask = (text: string, known?: readonly string[]) => string;

/** Sources whose files hold accounts and references, not cards: there only what proves to be a card is masked. */
const WITHOUT_CARDS: readonly string[] = ["core-banking", "iso20022"];

/** A card network's file, or one nobody knows, may hold cards wherever digits are, mistyped ones too. */
export function maskOf(source: string): Mask {
    return WITHOUT_CARDS.includes(source) ? maskCardNumbers : maskLongNumbers;
}

/** The beginning of a text that is no more than text: what its values were, nobody could tell. */
export function kept(text: string, mask: Mask, known: readonly string[] = []): string {
    // Cut after masking, and mask more than is kept, or half a number could slip through at the cut; and mask what is
    // kept, since the cut makes a shorter number of a longer one.
    return mask(mask(text.slice(0, CONTENT_LENGTH + LOOKAHEAD), known).slice(0, CONTENT_LENGTH), known);
}

/** The beginning of a JSON text, its values masked as they read. */
export function keptJson(json: string, mask: Mask): string {
    return kept(maskJson(json.slice(0, CONTENT_LENGTH + LOOKAHEAD)), mask);
}
