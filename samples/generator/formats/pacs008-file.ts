import { bankCode } from "../accounts.ts";
import { isoTime } from "../calendar.ts";
import type { CountryCode } from "../countries.ts";
import { majorText } from "../currencies.ts";
import { agent, type CreditTransfer, creditTransfer, type TransferStyle } from "./pacs008-transaction.ts";
import { type Element, element, xmlText } from "./xml.ts";

/** How one sender dresses the message: no two banks agree. */
export interface MessageStyle extends TransferStyle {
    prefix: "" | "pacs:" | "ns2:";
    namespace: boolean;
    /** Some real-time schemes send the message element without a `Document` around it. */
    document: boolean;
    envelope: "none" | "header" | "business-message";
    /** Version that the business header names; senders forget to raise it. */
    headerVersion?: number;
}

export interface Message {
    style: MessageStyle;
    messageId: string;
    sender: CountryCode;
    createdAt: number;
    transfers: readonly CreditTransfer[];
    /** Replaces the true sum of the amounts. */
    controlSum?: string;
}

const versionName = (version: number): string => `pacs.008.001.${String(version).padStart(2, "0")}`;
const namespaceOf = (name: string): string => `urn:iso:std:iso:20022:tech:xsd:${name}`;

export function pacs008File(message: Message): string {
    const { style } = message;
    const body = xmlText(documentElement(message), style.prefix, style.envelope === "none" ? "" : " ");
    return `<?xml version="1.0" encoding="UTF-8"?>\n${inEnvelope(message, body)}`;
}

function documentElement(message: Message): Element {
    const { version, prefix, namespace, document } = message.style;
    const name = version === 1 ? versionName(1) : "FIToFICstmrCdtTrf";
    const transfers = message.transfers.map((transfer) => creditTransfer(transfer, message.style));
    const attribute = prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`;
    const attributes: Record<string, string> = namespace ? { [attribute]: namespaceOf(versionName(version)) } : {};
    const content = [groupHeader(message), ...transfers];
    return document ? element("Document", [element(name, content)], attributes) : element(name, content, attributes);
}

function groupHeader({ style, messageId, sender, createdAt, transfers, controlSum }: Message): Element {
    return element("GrpHdr", [
        element("MsgId", messageId),
        element("CreDtTm", isoTime(createdAt)),
        element("NbOfTxs", String(transfers.length)),
        element("CtrlSum", controlSum ?? sumText(transfers)),
        element("SttlmInf", [element("SttlmMtd", "CLRG")]),
        agent("InstgAgt", sender, style.version),
    ]);
}

/** Added up in thousandths, whatever the currency, as the standard asks. */
function sumText(transfers: readonly CreditTransfer[]): string {
    let thousandths = 0n;
    for (const { payment, instead } of transfers) {
        const [whole = "0", fraction = ""] = (
            instead?.amount ?? majorText(payment.amountMinor, payment.currency)
        ).split(".");
        thousandths += BigInt(whole + fraction.slice(0, 3).padEnd(3, "0"));
    }
    return `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, "0")}`;
}

function inEnvelope({ style, messageId, sender, createdAt }: Message, body: string): string {
    if (style.envelope === "none") return body;
    const header = element(
        "AppHdr",
        [
            element("Fr", [agent("FIId", sender, style.version)]),
            element("To", [agent("FIId", "DE", style.version)]),
            element("BizMsgIdr", messageId),
            element("MsgDefIdr", versionName(style.headerVersion ?? style.version)),
            element("CreDt", isoTime(createdAt)),
        ],
        { xmlns: namespaceOf("head.001.001.02") },
    );
    const root = style.envelope === "header" ? "Envelope" : "BizMsgEnvlp";
    return `<${root} sender="${bankCode(sender)}">\n${xmlText(header, "", " ")}${body}</${root}>\n`;
}
