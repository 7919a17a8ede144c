/** Why a row, a message or a whole file was not scored: the code that machines count, and the sentence people read. */
export const ROW_REASONS = {
    "malformed-row": "The row is not a complete record of its format.",
    "row-too-long": "The row is longer than a row may be.",
    "missing-field": "A field that every transaction needs is absent or empty.",
    "invalid-identifier": "An identifier holds characters that identifiers may not hold, or is too long.",
    "invalid-amount": "The amount is not a positive number with the currency's decimals.",
    "ambiguous-amount":
        "The amount's comma or point may be a decimal sign or group thousands, and its source is not configured with either.",
    "unknown-currency": "The currency is not an ISO 4217 code with minor units.",
    "invalid-time": "The time is not an ISO 8601 date or time.",
    "ambiguous-time": "The time has no offset, and its source is configured with no zone in which it happened once.",
    "unknown-channel": "The channel is none of card, wire, instant, ach and cash.",
    "unknown-country": "The country is not an ISO 3166-1 alpha-2 code.",
    "invalid-merchant-category": "The merchant category is not four digits, or stands on a payment without a card.",
    "invalid-card-number": "The card number is not one: its length or its check digit is wrong.",
} as const;

export const MESSAGE_REASONS = {
    "invalid-message": "The message is not a canonical transaction.",
    "contains-card-number": "A card number stands where only a token may.",
    "in-the-future": "The transaction says it happened more than five minutes after it arrived.",
    "same-party": "The account and its counterparty are the same.",
    conflict: "Another transaction with this id and different content came before.",
} as const;

export const FILE_REASONS = {
    "unknown-source": "The file lies in no folder of a known source, or has the wrong extension.",
    "unreadable-file": "The file is not in its source's format or encoding.",
    "truncated-file": "The file ends too early.",
    "wrong-message": "The file holds another kind of payment message than pacs.008.",
    "forbidden-xml": "The file declares a document type or entities, which are never read.",
    "decompression-bomb": "The file unpacks to more than its size can honestly hold.",
    "empty-file": "The file holds nothing.",
} as const;

/** What does not fit about a file of which every row stands: it is told of, and nothing is refused. */
export const FILE_FINDINGS = {
    "card-number-tokenised":
        "A card number stood in another field than its own, or in the file's name: its token stands there now.",
    "control-total-mismatch": "The header promises another count or sum than its transactions come to.",
    "empty-message": "A message of the file holds no transaction.",
    "version-mismatch": "The application header announces another version than its message is.",
    "misplaced-transaction":
        "Something named like a transaction stands where none belongs, such as supplementary data.",
} as const;

export const REASONS = { ...ROW_REASONS, ...MESSAGE_REASONS, ...FILE_REASONS } as const;

export type RowReason = keyof typeof ROW_REASONS;
export type MessageReason = keyof typeof MESSAGE_REASONS;
export type FileReason = keyof typeof FILE_REASONS;
export type FileFinding = keyof typeof FILE_FINDINGS;
export type Reason = keyof typeof REASONS;

export function isReason(code: string): code is Reason {
    return Object.hasOwn(REASONS, code);
}
