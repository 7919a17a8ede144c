import { maskCardNumbers, maskLongNumbers } from "../../../contract/values/card-number.ts";

/** Characters of a refused row that are kept. */
export const CONTENT_LENGTH = 4096;

export type Mask = (text: string) => string;

/** Sources whose files hold accounts and references, not cards: there only what proves to be a card is masked. */
const WITHOUT_CARDS: readonly string[] = ["core-banking", "iso20022"];

/** A card network's file, or one nobody knows, may hold cards wherever digits are, mistyped ones too. */
export function maskOf(source: string): Mask {
    return WITHOUT_CARDS.includes(source) ? maskCardNumbers : maskLongNumbers;
}

export function kept(text: string, mask: Mask): string {
    // Cut after masking, and mask more than is kept, or half a number could slip through at the cut.
    return mask(text.slice(0, CONTENT_LENGTH + 256)).slice(0, CONTENT_LENGTH);
}
