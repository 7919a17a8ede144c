import { HOUR, STRUCTURING, TAKEOVER, TRAVEL } from "../../model/limits.ts";
import { euros, nearLimit, receivers, testing } from "../../model/rules/words.ts";

/** What a feature's value means, in plain words, for whoever asks why the model flagged a transaction. */
type Says = (value: number) => string;

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const RATINGS = ["low", "medium", "high"];
const REPUTATIONS = ["known to be trusted", "known to be suspicious", "known to be in the hands of others"];
const DAY = "within a day";
const WITHIN_AN_HOUR = "within an hour";

const yesOrNo =
    (yes: string, no: string): Says =>
    (value) =>
        value === 0 ? no : yes;
const channel = (name: string): Says => yesOrNo(`the channel is ${name}`, `the channel is not ${name}`);
const number = (value: number): string => (value === 0 ? "no" : value.toLocaleString("en-GB"));
const count =
    (one: string, many: string, rest: string): Says =>
    (value) =>
        `${number(value)} ${value === 1 ? one : many} ${rest}`;
const moved =
    (what: string): Says =>
    (cents) =>
        `${euros(cents)} ${what}`;

/** For each feature of `model/features.ts`, which is where the values come from, the words for a value. */
const WORDS: Readonly<Record<string, Says>> = {
    euroCents: (cents) => `amount worth ${cents < 100 ? "less than 1 EUR" : euros(cents)}`,
    roundAmount: yesOrNo("amount is a multiple of 100 EUR", "amount is no multiple of 100 EUR"),
    hour: (hour) => `made between ${hour} and ${hour + 1} o'clock UTC`,
    weekday: (day) => `made on a ${WEEKDAYS[day]}`,
    card: channel("card"),
    wire: channel("wire"),
    instant: channel("instant"),
    ach: channel("ach"),
    cash: channel("cash"),
    inPerson: yesOrNo("card payment at a terminal", "no card payment at a terminal"),
    merchantCategory: (category) => `merchant of category ${String(category).padStart(4, "0")}`,
    highRiskMerchant: yesOrNo("merchant of a high-risk category", "merchant of no high-risk category"),
    highRiskCountry: yesOrNo(
        "country is under a call for action of the FATF",
        "country is under no call for action of the FATF",
    ),
    foreign: yesOrNo("not in the country of the account", "in the country of the account"),
    earlierInDay: count("earlier transaction", "earlier transactions", `of the account ${DAY}`),
    smallCardPayments: (value) => `${number(value)} ${testing}`,
    otherDevices: count("other device", "other devices", `used the account within ${TAKEOVER.windowMs / HOUR} hours`),
    nearLimitCount: (value) => `${number(value)} ${nearLimit}`,
    nearLimitSum: moved(`in cash or wires just under ${euros(STRUCTURING.below)} each ${DAY}`),
    payees: (value) => `${number(value)} ${receivers}`,
    travelKmh: (kmh) =>
        kmh === 0
            ? "no journey between two payments at terminals that took any hurry"
            : `payments at terminals ${TRAVEL.minKm} km apart or more, reachable only at ${number(kmh)} km/h`,
    inTenMinutes: count("transaction", "transactions", "of the account within ten minutes"),
    inHour: count("transaction", "transactions", `of the account ${WITHIN_AN_HOUR}`),
    centsInHour: moved(`moved ${WITHIN_AN_HOUR}`),
    centsInDay: moved(`moved ${DAY}`),
    transferCentsInDay: moved(`sent by wire and instant transfer ${DAY}`),
    cashCentsInDay: moved(`in cash ${DAY}`),
    countriesInDay: count("country", "countries", DAY),
    counterpartiesInDay: count("counterparty", "counterparties", DAY),
    merchantsInHour: count("merchant", "merchants", `paid by card ${WITHIN_AN_HOUR}`),
    riskRating: (rating) => `the bank rates the customer a ${RATINGS[rating]} risk`,
    exposed: yesOrNo(
        "one of the parties holds a political office or is close to who does",
        "none of the parties is close to a political office",
    ),
    deviceReputation: (reputation) => `the device is ${REPUTATIONS[reputation]}`,
    devicesInDay: count("device", "devices", `used the account ${DAY}`),
};

/** What is said where a transaction has no value. */
const MISSING: Readonly<Record<string, string>> = {
    merchantCategory: "no category of a merchant",
    foreign: "the country of the account is not known",
    riskRating: "the bank has not rated the customer",
    exposed: "nobody knows who holds a political office",
    deviceReputation: "nothing is known of the device",
};

/** The value of a feature in plain words; NaN is a missing one. A feature without words is named. */
export function wordsOf(feature: string, value: number): string {
    if (Number.isNaN(value)) return MISSING[feature] ?? `${feature} is not known`;
    return WORDS[feature]?.(value) ?? `${feature} is ${value}`;
}

/** The features that have words. */
export const WORDED: readonly string[] = Object.keys(WORDS);
