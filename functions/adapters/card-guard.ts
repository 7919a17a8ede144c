import { jsonHoldsCardNumber, maskJson } from "../../contract/cards/json-text.ts";
import { containsCardNumber, maskCardNumbers } from "../../contract/values/card-number.ts";

/** Something was about to leave with a card number in clear; it did not, and its message is on its way to be parked. */
export class CardNumberError extends Error {
    override readonly name = "CardNumberError";
}

/** Hashes of ours and of S3, and SQS's names of messages: one in thousands holds sixteen digits that look like a card. */
const OWN_NAME = /\b[0-9a-f]{32,64}\b|\bsqs:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/**
 * The last guard at an exit: whatever the steps before it missed does not leave. What is refused here is delivered
 * again, refused again, and ends masked among the parked messages, where people find it.
 */
export function refuseCardNumbers(exit: string, texts: readonly string[]): void {
    if (!texts.some(holdsCardNumber)) return;
    throw new CardNumberError(`a card number in clear was about to leave by ${exit}: nothing was sent`);
}

/** What people are told, without card numbers: it is told masked rather than not at all. */
export function withoutCardNumbers(text: string): string {
    return isJson(text) ? maskJson(text) : maskCardNumbers(text);
}

function holdsCardNumber(text: string): boolean {
    const others = text.replace(OWN_NAME, "");
    return isJson(text) ? jsonHoldsCardNumber(others) : containsCardNumber(others);
}

function isJson(text: string): boolean {
    return text.startsWith("{") || text.startsWith("[");
}
