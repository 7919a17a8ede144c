import { jsonHoldsCardNumber, maskJson } from "../../contract/cards/json-text.ts";
import { aroundOwnNames, withoutOwnNames } from "../../contract/cards/own-names.ts";
import { isOfFile, maskOrigin, withOriginsApart } from "../../contract/transaction/origin.ts";
import { containsCardNumber, maskCardNumbers } from "../../contract/values/card-number.ts";

/** Something was about to leave with a card number in clear; it did not. */
export class CardNumberError extends Error {
    override readonly name = "CardNumberError";
}

/**
 * The last guard at an exit: whatever the steps before it missed does not leave. `unpack`, `screen` and `score` put what is
 * refused here into quarantine at once; from other steps it is delivered again, refused again, and ends masked among the
 * parked messages, where people find it.
 */
export function refuseCardNumbers(exit: string, texts: readonly string[]): void {
    if (!wouldBeStopped(texts)) return;
    throw new CardNumberError(`a card number in clear was about to leave by ${exit}: nothing was sent`);
}

/** Whether a guard would refuse any of the texts. */
export function wouldBeStopped(texts: readonly string[]): boolean {
    return texts.some(holdsCardNumber);
}

/** Whether the guard is why something failed: then it fails however often it comes again. */
export function wasStopped(outcome: PromiseSettledResult<unknown> | undefined): boolean {
    return outcome?.status === "rejected" && outcome.reason instanceof CardNumberError;
}

/** What people are told, without card numbers: it is told masked rather than not at all. */
export function withoutCardNumbers(text: string): string {
    return isJson(text) ? maskJson(text, masked) : masked(text);
}

/** Names of ours stay, or nobody could look up what they are told of. */
export function masked(text: string): string {
    return aroundOwnNames(text, isOfFile(text) ? maskOrigin : (piece) => maskCardNumbers(piece));
}

/** The text, or masked where a guard would refuse it: for what must be put aside, or it would come again and again. */
export function maskedWhereRefused(text: string): string {
    return holdsCardNumber(text) ? withoutCardNumbers(text) : text;
}

function holdsCardNumber(text: string): boolean {
    // What a producer wrote in the shape of a name of ours was looked at before it came here.
    const others = withOriginsApart(withoutOwnNames(text));
    return isJson(text) ? jsonHoldsCardNumber(others) : containsCardNumber(others);
}

function isJson(text: string): boolean {
    return text.startsWith("{") || text.startsWith("[");
}
