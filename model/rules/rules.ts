import type { Transaction } from "../../contract/transaction/transaction.ts";
import {
    AMOUNT,
    CARD_TESTING,
    FAN_OUT,
    HIGH_RISK_COUNTRIES,
    HIGH_RISK_MERCHANTS,
    NIGHT,
    STRUCTURING,
    TAKEOVER,
    TRAVEL,
} from "../limits.ts";
import type { Rule } from "./rule.ts";
import * as words from "./words.ts";

const isTransfer = ({ channel }: Transaction): boolean => channel === "wire" || channel === "instant";

/**
 * The documented rules. Patterns come in two steps, whose points add: the first makes a score worth a look when something
 * else is odd too, the second alone crosses the usual threshold of 70.
 */
export const RULES: readonly Rule[] = [
    {
        code: "small-card-payments",
        points: 40,
        text: `${CARD_TESTING.burst} or more ${words.testing}`,
        holds: (_, { smallCardPayments }) => smallCardPayments >= CARD_TESTING.burst,
        says: words.saysTesting,
    },
    {
        code: "card-testing",
        points: 35,
        text: `${CARD_TESTING.attack} or more ${words.testing}`,
        holds: (_, { smallCardPayments }) => smallCardPayments >= CARD_TESTING.attack,
        says: words.saysTesting,
    },
    {
        code: "transfer-from-another-device",
        points: 45,
        text: `wire or instant transfer from ${words.euros(TAKEOVER.largeFrom)}, another device used within ${words.takeoverWindow} before`,
        holds: (transaction, { otherDevices, euroCents }) =>
            isTransfer(transaction) && otherDevices > 0 && euroCents >= TAKEOVER.largeFrom,
        says: words.saysTakeover,
    },
    {
        code: "account-takeover",
        points: 30,
        text: `wire or instant transfer from ${words.euros(TAKEOVER.veryLargeFrom)}, another device used within ${words.takeoverWindow} before`,
        holds: (transaction, { otherDevices, euroCents }) =>
            isTransfer(transaction) && otherDevices > 0 && euroCents >= TAKEOVER.veryLargeFrom,
        says: words.saysTakeover,
    },
    {
        code: "near-reporting-limit",
        points: 40,
        text: `${STRUCTURING.pair} or more ${words.nearLimit}`,
        holds: (_, { nearLimitCount }) => nearLimitCount >= STRUCTURING.pair,
        says: words.saysNearLimit,
    },
    {
        code: "structuring",
        points: 35,
        text: `${STRUCTURING.series} or more ${words.nearLimit}`,
        holds: (_, { nearLimitCount }) => nearLimitCount >= STRUCTURING.series,
        says: words.saysNearLimit,
    },
    {
        code: "many-receivers",
        points: 40,
        text: `${FAN_OUT.many} or more ${words.receivers}`,
        holds: (_, { payees }) => payees >= FAN_OUT.many,
        says: words.saysFanOut,
    },
    {
        code: "mule-fan-out",
        points: 35,
        text: `${FAN_OUT.veryMany} or more ${words.receivers}`,
        holds: (_, { payees }) => payees >= FAN_OUT.veryMany,
        says: words.saysFanOut,
    },
    {
        code: "fast-travel",
        points: 45,
        text: `card payments in person in two countries, reachable only at ${TRAVEL.fastKmh} km/h or more`,
        holds: (_, { travelKmh }) => travelKmh >= TRAVEL.fastKmh,
        says: words.saysTravel,
    },
    {
        code: "impossible-travel",
        points: 30,
        text: `card payments in person in two countries, reachable only at ${TRAVEL.impossibleKmh.toLocaleString("en-GB")} km/h or more`,
        holds: (_, { travelKmh }) => travelKmh >= TRAVEL.impossibleKmh,
        says: words.saysTravel,
    },
    {
        code: "large-amount",
        points: 15,
        text: `amount from ${words.euros(AMOUNT.largeFrom)}`,
        holds: (_, { euroCents }) => euroCents >= AMOUNT.largeFrom,
        says: words.saysAmount,
    },
    {
        code: "very-large-amount",
        points: 10,
        text: `amount from ${words.euros(AMOUNT.veryLargeFrom)}`,
        holds: (_, { euroCents }) => euroCents >= AMOUNT.veryLargeFrom,
        says: words.saysAmount,
    },
    {
        code: "high-risk-merchant",
        points: 10,
        text: "merchant of a category that money launderers and thieves prefer",
        holds: ({ merchantCategory = "" }) => HIGH_RISK_MERCHANTS.has(merchantCategory),
        says: ({ merchantCategory }) => `merchant of the high-risk category ${merchantCategory}`,
    },
    {
        code: "high-risk-country",
        points: 20,
        text: "country under a call for action of the FATF",
        holds: ({ country }) => HIGH_RISK_COUNTRIES.has(country),
        says: ({ country }) => `country ${country} is under a call for action of the FATF`,
    },
    {
        code: "night",
        points: 10,
        text: `made between ${NIGHT.from} and ${NIGHT.until} o'clock UTC`,
        holds: (_, { hour }) => hour >= NIGHT.from && hour < NIGHT.until,
        says: (_, { hour }) => `made at night, after ${hour} o'clock UTC`,
    },
];
