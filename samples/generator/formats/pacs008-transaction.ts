import { bankCode, hasIban } from "../accounts.ts";
import { isoTime } from "../calendar.ts";
import { type CountryCode, countryCodes } from "../countries.ts";
import { majorText } from "../currencies.ts";
import type { Random } from "../random.ts";
import type { Payment } from "../transaction.ts";
import { type Element, element } from "./xml.ts";

/** The references of one credit transfer. Real ones are often missing or mean nothing. */
export interface References {
    instructionId?: string;
    endToEndId: string;
    transactionId?: string;
    uetr?: string;
}

export interface CreditTransfer {
    references: References;
    payment: Payment;
    /** Replaces the text of the amount, its currency or the debtor's account: how a broken transaction is made. */
    instead?: { amount?: string; currency?: string; debtorAccount?: string | null; acceptedAt?: string };
}

/** What differs between the versions of the message that matter here. */
export interface TransferStyle {
    version: number;
    /** Whether each transfer says when it was accepted; else the file's creation time is all there is. */
    acceptanceTime: boolean;
}

export function references(random: Random, version: number): References {
    const number = random.hex(10).toUpperCase();
    return {
        ...(random.chance(0.7) ? { instructionId: `I${number}` } : {}),
        endToEndId: random.chance(0.2) ? random.pick(["NOTPROVIDED", "NONREF"]) : `E2E-${random.hex(8)}`,
        ...(version < 8 || random.chance(0.6) ? { transactionId: `T${number}` } : {}),
        ...(version >= 8 ? { uetr: uuid(random) } : {}),
    };
}

function uuid(random: Random): string {
    const variant = random.pick(["8", "9", "a", "b"]);
    return [
        random.hex(8),
        random.hex(4),
        `4${random.hex(3)}`,
        `${variant}${random.hex(3)}`,
        random.hex(6) + random.hex(6),
    ].join("-");
}

export function creditTransfer(transfer: CreditTransfer, { version, acceptanceTime }: TransferStyle): Element {
    const { references: ids, payment, instead } = transfer;
    const amount = instead?.amount ?? majorText(payment.amountMinor, payment.currency);
    const debtor = instead?.debtorAccount === undefined ? payment.accountId : instead.debtorAccount;
    return element("CdtTrfTxInf", [
        element("PmtId", [
            optional("InstrId", ids.instructionId),
            element("EndToEndId", ids.endToEndId),
            optional("TxId", ids.transactionId),
            optional("UETR", ids.uetr),
        ]),
        payment.channel === "instant"
            ? element("PmtTpInf", [
                  element("SvcLvl", [element("Cd", "SEPA")]),
                  element("LclInstrm", [element("Cd", "INST")]),
              ])
            : undefined,
        element("IntrBkSttlmAmt", amount, { Ccy: instead?.currency ?? payment.currency }),
        element("IntrBkSttlmDt", isoTime(payment.at).slice(0, 10)),
        acceptanceTime ? element("AccptncDtTm", instead?.acceptedAt ?? acceptedAt(payment.at, version)) : undefined,
        element("ChrgBr", "SLEV"),
        element("Dbtr", [debtor === null ? undefined : optional("Nm", payment.payer)]),
        debtor === null ? undefined : element("DbtrAcct", [nested(accountPath(debtor), debtor)]),
        agent("DbtrAgt", countryOf(payment.accountId), version),
        agent("CdtrAgt", payment.country, version),
        element("Cdtr", [optional("Nm", payment.payee)]),
        element("CdtrAcct", [nested(accountPath(payment.counterpartyId), payment.counterpartyId)]),
    ]);
}

/** A bank, by its identifier code. */
export function agent(name: string, country: CountryCode, version: number): Element {
    return element(name, [nested(agentPath(version), bankCode(country))]);
}

function nested(path: string, text: string): Element {
    const [outer = "", ...inner] = path.split("/");
    return inner.length === 0 ? element(outer, text) : element(outer, [nested(inner.join("/"), text)]);
}

const isIban = (id: string): boolean => hasIban(countryOf(id)) && !id.includes("-");

/** Where the account's number stands below the account. */
export const accountPath = (id: string): string => (isIban(id) ? "Id/IBAN" : "Id/Othr/Id");

/** Where the bank's code stands below the agent: the element changed its name after the second version. */
export const agentPath = (version: number): string => `FinInstnId/${version <= 2 ? "BIC" : "BICFI"}`;

export const bankCodeOf = (account: string): string => bankCode(countryOf(account));

/** Every account of the samples begins with its country. */
function countryOf(account: string): CountryCode {
    return countryCodes.find((code) => account.startsWith(code)) ?? "DE";
}

const optional = (name: string, text: string | undefined): Element | undefined =>
    text === undefined ? undefined : element(name, text);

/** Zones differ between senders: UTC with and without milliseconds. */
function acceptedAt(at: number, version: number): string {
    return version >= 10 ? isoTime(at) : `${isoTime(at).slice(0, 19)}+00:00`;
}
