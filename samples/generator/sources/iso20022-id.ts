import { NO_CONVENTIONS } from "../../../functions/unpack/conventions.ts";
import { pacsDraft } from "../../../functions/unpack/iso20022/pacs-draft.ts";
import { sighted } from "../../../functions/unpack/iso20022/payment.ts";
import { bankCode } from "../accounts.ts";
import { majorText } from "../currencies.ts";
import type { Message } from "../formats/pacs008-file.ts";
import { accountPath, agentPath, bankCodeOf, type CreditTransfer } from "../formats/pacs008-transaction.ts";

/**
 * The id of a transfer. No field of the message is one, so the platform makes it of several; what they are is told from
 * what the generator wrote, only the recipe is the platform's. `ordinal` is above 1 for one that its message holds again.
 */
export function iso20022Id(
    head: Omit<Message, "transfers">,
    { references, payment }: CreditTransfer,
    ordinal = 1,
): string {
    const { version } = head.style;
    const transaction = new Map([
        ["PmtId/EndToEndId", references.endToEndId],
        ["IntrBkSttlmAmt", majorText(payment.amountMinor, payment.currency)],
        ["IntrBkSttlmAmt@Ccy", payment.currency],
        [`DbtrAcct/${accountPath(payment.accountId)}`, payment.accountId],
        [`CdtrAcct/${accountPath(payment.counterpartyId)}`, payment.counterpartyId],
        [`DbtrAgt/${agentPath(version)}`, bankCodeOf(payment.accountId)],
        [`CdtrAgt/${agentPath(version)}`, bankCode(payment.country)],
    ]);
    const { instructionId, transactionId, uetr } = references;
    if (instructionId !== undefined) transaction.set("PmtId/InstrId", instructionId);
    if (transactionId !== undefined) transaction.set("PmtId/TxId", transactionId);
    if (uetr !== undefined) transaction.set("PmtId/UETR", uetr);
    const group = new Map([
        ["MsgId", head.messageId],
        [`InstgAgt/${agentPath(version)}`, bankCode(head.sender)],
    ]);
    const context = { group, conventions: NO_CONVENTIONS, ordinal, seen: sighted(transaction, group) };
    return `iso20022:${pacsDraft(transaction, context, refused).reference}`;
}

/** The samples have card numbers in the files of card networks only, so no token can be part of an id. */
function refused(): never {
    throw new Error("a transfer of the samples holds a card number");
}
