import type { Supplement } from "../contract/supplement.ts";
import type { Transaction } from "../contract/transaction/transaction.ts";
import type { Features } from "./feature-values.ts";
import { HIGH_RISK_COUNTRIES, HIGH_RISK_MERCHANTS } from "./limits.ts";

/** What is known of a transaction when the model is asked. */
export interface Known {
    transaction: Transaction;
    account: Features;
    /** What Azure's sets said when it was first judged; absent where they were not asked. */
    supplementary?: Supplement | undefined;
}

export type FeatureSource = "transaction" | "account activity" | "supplementary sets";

export interface Feature {
    name: string;
    /** Yes or no are 1 and 0. */
    type: "whole number" | "yes or no";
    /** One sentence, for the documentation and for whoever asks why a transaction was flagged. */
    meaning: string;
    source: FeatureSource;
    /** Whether it can only grow when more of the account's history is known; the model must then never fall with it. */
    grows: boolean;
    /** The value, or undefined when the transaction has none: an empty field of the row, for the model to route. */
    of(known: Known): number | undefined;
}

const flag = (value: boolean): number => (value ? 1 : 0);

function own(name: string, type: Feature["type"], meaning: string, of: (one: Known) => number | undefined): Feature {
    return { name, type, meaning, source: "transaction", grows: false, of };
}

function counted(name: keyof Features & string, meaning: string): Feature {
    const of = ({ account }: Known): number => account[name];
    return { name, type: "whole number", meaning, source: "account activity", grows: true, of };
}

const RATINGS: readonly NonNullable<Supplement["rating"]>[] = ["low", "medium", "high"];
const REPUTATIONS: readonly NonNullable<Supplement["device"]>[] = ["trusted", "suspicious", "compromised"];

/** Whether a counterparty is sanctioned is none of them: that is no matter of likelihood. */
function told(
    name: string,
    type: Feature["type"],
    meaning: string,
    says: (supplement: Supplement) => number | undefined,
): Feature {
    const of = ({ supplementary }: Known) => (supplementary === undefined ? undefined : says(supplementary));
    return { name, type, meaning, source: "supplementary sets", grows: false, of };
}

/**
 * Everything the model looks at, in the order of a row. This list alone makes the row at inference, the training file, the
 * constraints of the training and the table in the README. Appending is safe, since a model from before is asked without what
 * was appended; any other change needs a new model.
 */
export const FEATURES: readonly Feature[] = [
    own("euroCents", "whole number", "worth of the amount in euro cents", ({ account }) => account.euroCents),
    own("roundAmount", "yes or no", "worth is a multiple of 100 EUR", ({ account }) =>
        flag(account.euroCents % 10_000 === 0),
    ),
    own("hour", "whole number", "hour of the day, UTC", ({ account }) => account.hour),
    own("weekday", "whole number", "day of the week, UTC; 0 is Sunday", ({ transaction }) =>
        new Date(transaction.occurredAt).getUTCDay(),
    ),
    ...(["card", "wire", "instant", "ach", "cash"] as const).map((channel) =>
        own(channel, "yes or no", `the channel is ${channel}`, ({ transaction }) =>
            flag(transaction.channel === channel),
        ),
    ),
    own("inPerson", "yes or no", "a card payment without a device, hence at a terminal", ({ transaction }) =>
        flag(transaction.channel === "card" && transaction.deviceId === undefined),
    ),
    own(
        "merchantCategory",
        "whole number",
        "ISO 18245 category of the merchant; none without a card",
        ({ transaction }) =>
            transaction.merchantCategory === undefined ? undefined : Number(transaction.merchantCategory),
    ),
    own("highRiskMerchant", "yes or no", "a category that money launderers and thieves prefer", ({ transaction }) =>
        flag(HIGH_RISK_MERCHANTS.has(transaction.merchantCategory ?? "")),
    ),
    own("highRiskCountry", "yes or no", "a country under a call for action of the FATF", ({ transaction }) =>
        flag(HIGH_RISK_COUNTRIES.has(transaction.country)),
    ),
    own("foreign", "yes or no", "not in the country of the account's IBAN; none without an IBAN", foreign),
    counted("earlierInDay", "earlier transactions of the account within a day"),
    counted("smallCardPayments", "card payments of at most 5 EUR within ten minutes, when this is one"),
    counted("otherDevices", "other devices that used the account within a day"),
    counted("nearLimitCount", "cash and wire amounts just under the reporting limit within a day, when this is one"),
    counted("nearLimitSum", "their worth in euro cents"),
    counted("payees", "receivers of money within an hour, when this sends some"),
    counted("travelKmh", "speed in km/h that two card payments at terminals would need"),
    counted("inTenMinutes", "transactions of the account within ten minutes"),
    counted("inHour", "transactions of the account within an hour"),
    counted("centsInHour", "worth of the account's transactions within an hour, in euro cents"),
    counted("centsInDay", "worth of the account's transactions within a day, in euro cents"),
    counted("transferCentsInDay", "worth of its wires and instant transfers within a day, in euro cents"),
    counted("cashCentsInDay", "worth of its cash transactions within a day, in euro cents"),
    counted("countriesInDay", "countries within a day"),
    counted("counterpartiesInDay", "counterparties within a day"),
    counted("merchantsInHour", "merchants of card payments within an hour"),
    counted("devicesInDay", "devices within a day"),
    told(
        "riskRating",
        "whole number",
        "the bank's rating of the customer: 0 low, 1 medium, 2 high; none without one",
        ({ rating }) => (rating === undefined ? undefined : RATINGS.indexOf(rating)),
    ),
    told(
        "exposed",
        "yes or no",
        "a party holds a political office or is close to who does; none where nobody was asked",
        ({ exposed, runs }) =>
            runs["politically-exposed-persons"] === undefined ? undefined : flag(exposed !== undefined),
    ),
    told(
        "deviceReputation",
        "whole number",
        "name of the device: 0 trusted, 1 suspicious, 2 compromised; none for an unknown one",
        ({ device }) => (device === undefined ? undefined : REPUTATIONS.indexOf(device)),
    ),
];

/** The values in the order of `FEATURES`; NaN where one is missing. */
export function rowOf(known: Known): number[] {
    return FEATURES.map(({ of }) => of(known) ?? Number.NaN);
}

/** A row as the container takes it: comma-separated, no heading, an empty field for what is missing. */
export function csvOf(row: readonly number[]): string {
    return row.map((value) => (Number.isNaN(value) ? "" : String(value))).join(",");
}

function foreign({ transaction: { accountId, country } }: Known): number | undefined {
    return /^[A-Z]{2}\d{2}/.test(accountId) ? flag(!accountId.startsWith(country)) : undefined;
}
