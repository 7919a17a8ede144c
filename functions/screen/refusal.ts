import { maskJson } from "../../contract/cards/json-text.ts";
import { BYTES, CHARACTERS } from "../../contract/limits.ts";
import { REASONS, type Reason } from "../../contract/reasons.ts";
import { maskOrigin, messageOrigin } from "../../contract/transaction/origin.ts";
import { containsCardNumber, maskCardNumbers } from "../../contract/values/card-number.ts";
import type { Delivery } from "./delivery.ts";

/** Why a message goes to the quarantine, and what people may see of it: no card number is in it. */
export interface Refusal {
    reason: Reason;
    detail: string;
    field?: string;
    origin: string;
    source: string;
    /** What came. */
    content: string;
}

/** A message that nobody can read has no source to name. */
const UNKNOWN_SOURCE = "live";
const SOURCE_IN_BODY = /"source"\s*:\s*"([a-z][a-z0-9-]{0,31})"/;

/** What is kept of a message that cannot go on. */
export function refusalOf(
    { body, origin, messageId }: Omit<Delivery, "receivedAt">,
    reason: Reason,
    field?: string,
): Refusal {
    const content = withoutCards(body);
    const safeOrigin = origin === messageOrigin(messageId) ? origin : maskOrigin(origin);
    return {
        reason,
        detail: REASONS[reason],
        ...(field === undefined ? {} : { field: maskCardNumbers(field) }),
        // Two origins may read the same once they are masked.
        origin: safeOrigin === origin ? origin : withinOrigin(safeOrigin, `#message:${messageId}`),
        source: SOURCE_IN_BODY.exec(content)?.[1] ?? UNKNOWN_SOURCE,
        content:
            content.length <= CHARACTERS.messageContent
                ? content
                : maskCardNumbers(content.slice(0, CHARACTERS.messageContent)),
    };
}

/** As much of the beginning as an origin has room for, so that the end stays, which tells it from others. */
function withinOrigin(begins: string, ends: string): string {
    const room = Buffer.from(begins).subarray(0, BYTES.origin - Buffer.byteLength(ends));
    // A character may have been cut in two.
    return room.toString("utf8").replace(/\ufffd+$/, "") + ends;
}

/**
 * By its values, where it is JSON, since an escape may hide one; then as the text that it is in the quarantine, where what
 * stands in two of its values reads as one.
 */
function withoutCards(body: string): string {
    const masked = maskJson(body);
    return isJson(body) && !containsCardNumber(masked) ? masked : maskCardNumbers(masked);
}

function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}
