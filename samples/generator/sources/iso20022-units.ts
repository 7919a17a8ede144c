import { bankCode } from "../accounts.ts";
import type { brokenTransfers } from "../broken/transfers.ts";
import { minute } from "../calendar.ts";
import { canonical, labelOf } from "../canonical.ts";
import { fileBytes } from "../compress.ts";
import type { CountryCode } from "../countries.ts";
import { type Delivery, refused, type Unit } from "../delivery.ts";
import { type Message, type MessageStyle, pacs008File } from "../formats/pacs008-file.ts";
import {
    accountPath,
    bankCodeOf,
    type CreditTransfer,
    type References,
    references,
} from "../formats/pacs008-transaction.ts";
import type { Random } from "../random.ts";
import type { Payment } from "../transaction.ts";
import { iso20022Id } from "./iso20022-id.ts";

/** Everything of a message but its transfers. */
export type Head = Omit<Message, "transfers">;
export type TransferUnit = Unit<CreditTransfer>;

/** The header of a message sent once the last of the payments was made. */
export function headOf(
    random: Random,
    style: MessageStyle,
    sender: CountryCode,
    payments: readonly Payment[],
    start: number,
): Head {
    const last = payments.reduce((latest, { at }) => Math.max(latest, at), start);
    return { style, sender, messageId: `MSG${random.hex(8).toUpperCase()}`, createdAt: last + 10 * minute };
}

/**
 * A transfer to be scored: one of its own, or the same as another of its message, which is a payment too. The message has
 * no field for a device, so the platform never learns it.
 */
export function scored(
    random: Random,
    head: Head,
    payment: Payment,
    { ordinal, references: ids }: { ordinal: number; references?: References } = { ordinal: 1 },
): TransferUnit {
    const { deviceId: _, ...known } = payment;
    const transfer: CreditTransfer = { references: ids ?? references(random, head.style.version), payment: known };
    const { accountId, counterpartyId, country } = known;
    const parties = {
        accountId: accountAt(bankCodeOf(accountId), accountId),
        counterpartyId: accountAt(bankCode(country), counterpartyId),
    };
    const transaction = canonical({ ...known, ...parties }, "iso20022", iso20022Id(head, transfer, ordinal));
    return { content: transfer, outcome: { kind: "scored", transaction, label: labelOf(payment) } };
}

/** A number that is no IBAN is an account only together with its bank. */
const accountAt = (bank: string, account: string): string =>
    accountPath(account) === "Id/IBAN" ? account : `${bank}:${account}`;

/** Another of the same amount in its message, accepted at a time that could be anywhere. */
export function placeless({ content }: TransferUnit): TransferUnit {
    const kind = { cause: "a time that names no place", reason: "ambiguous-time", make: {} } as const;
    const references = { ...content.references, endToEndId: "E2E-PLACELESS" };
    const instead = { acceptedAt: "2026-10-04T13:45:00" };
    return { content: { ...content, references, instead }, outcome: refused(kind) };
}

/** The same in another message of that name. */
export function repeated({ content, outcome }: TransferUnit): TransferUnit {
    if (outcome.kind !== "scored") throw new Error("only what is scored once can come again");
    return { content, outcome: { kind: "duplicate", transaction: outcome.transaction } };
}

export function broken(
    random: Random,
    head: Head,
    payment: Payment,
    kind: (typeof brokenTransfers)[number],
): TransferUnit {
    const content = { references: references(random, head.style.version), payment, instead: kind.make };
    return { content, outcome: refused(kind) };
}

export function messageFile(key: string, head: Head, units: readonly TransferUnit[]): Delivery {
    const text = pacs008File({ ...head, transfers: units.map(({ content }) => content) });
    return { key, bytes: fileBytes(key, text), outcomes: units.map(({ outcome }) => outcome) };
}

/** The line went dead inside the transfer that follows: what came before it is whole. */
export function brokenOffFile(key: string, head: Head, units: readonly TransferUnit[], lost: CreditTransfer): Delivery {
    const text = pacs008File({ ...head, transfers: [...units.map(({ content }) => content), lost] });
    const cut = text.slice(0, text.lastIndexOf("</IntrBkSttlmDt>") - 4);
    const outcomes = units.map(({ outcome }) => outcome);
    return {
        key,
        bytes: fileBytes(key, cut),
        outcomes,
        fault: { reason: "truncated-file", afterRow: outcomes.length },
    };
}
