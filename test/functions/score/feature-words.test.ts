import assert from "node:assert/strict";
import { WORDED, wordsOf } from "../../../functions/score/feature-words.ts";
import { FEATURES } from "../../../model/features.ts";

/** A value of each feature, and what is said of it. */
const SAID: [string, number, string][] = [
    ["euroCents", 634_000, "amount worth 6,340 EUR"],
    ["euroCents", 100, "amount worth 1 EUR"],
    ["euroCents", 99, "amount worth less than 1 EUR"],
    ["roundAmount", 1, "amount is a multiple of 100 EUR"],
    ["roundAmount", 0, "amount is no multiple of 100 EUR"],
    ["hour", 2, "made between 2 and 3 o'clock UTC"],
    ["weekday", 0, "made on a Sunday"],
    ["weekday", 6, "made on a Saturday"],
    ["card", 1, "the channel is card"],
    ["wire", 0, "the channel is not wire"],
    ["instant", 1, "the channel is instant"],
    ["ach", 1, "the channel is ach"],
    ["cash", 1, "the channel is cash"],
    ["inPerson", 1, "card payment at a terminal"],
    ["inPerson", 0, "no card payment at a terminal"],
    ["merchantCategory", 5411, "merchant of category 5411"],
    ["merchantCategory", 763, "merchant of category 0763"],
    ["merchantCategory", Number.NaN, "no category of a merchant"],
    ["highRiskMerchant", 1, "merchant of a high-risk category"],
    ["highRiskMerchant", 0, "merchant of no high-risk category"],
    ["highRiskCountry", 1, "country is under a call for action of the FATF"],
    ["highRiskCountry", 0, "country is under no call for action of the FATF"],
    ["foreign", 1, "not in the country of the account"],
    ["foreign", 0, "in the country of the account"],
    ["foreign", Number.NaN, "the country of the account is not known"],
    ["earlierInDay", 1, "1 earlier transaction of the account within a day"],
    ["earlierInDay", 1234, "1,234 earlier transactions of the account within a day"],
    ["smallCardPayments", 9, "9 card payments of at most 5 EUR within 10 minutes"],
    ["otherDevices", 0, "no other devices used the account within 24 hours"],
    ["nearLimitCount", 3, "3 cash or wire amounts from 8,000 EUR and below 10,000 EUR within 24 hours"],
    ["nearLimitSum", 2_700_000, "27,000 EUR in cash or wires just under 10,000 EUR each within a day"],
    ["payees", 6, "6 receivers of money within an hour"],
    ["travelKmh", 1850, "payments at terminals 500 km apart or more, reachable only at 1,850 km/h"],
    ["travelKmh", 0, "no journey between two payments at terminals that took any hurry"],
    ["inTenMinutes", 2, "2 transactions of the account within ten minutes"],
    ["inHour", 1, "1 transaction of the account within an hour"],
    ["centsInHour", 634_000, "6,340 EUR moved within an hour"],
    ["centsInDay", 99, "0 EUR moved within a day"],
    ["transferCentsInDay", 634_000, "6,340 EUR sent by wire and instant transfer within a day"],
    ["cashCentsInDay", 634_000, "6,340 EUR in cash within a day"],
    ["countriesInDay", 1, "1 country within a day"],
    ["counterpartiesInDay", 2, "2 counterparties within a day"],
    ["merchantsInHour", 4, "4 merchants paid by card within an hour"],
    ["devicesInDay", 2, "2 devices used the account within a day"],
    ["riskRating", 0, "the bank rates the customer a low risk"],
    ["riskRating", 2, "the bank rates the customer a high risk"],
    ["riskRating", Number.NaN, "the bank has not rated the customer"],
    ["exposed", 1, "one of the parties holds a political office or is close to who does"],
    ["exposed", 0, "none of the parties is close to a political office"],
    ["exposed", Number.NaN, "nobody knows who holds a political office"],
    ["deviceReputation", 0, "the device is known to be trusted"],
    ["deviceReputation", 2, "the device is known to be in the hands of others"],
    ["deviceReputation", Number.NaN, "nothing is known of the device"],
];

describe("the words of features", () => {
    it("are there for each feature that the model looks at, and for no other", () => {
        const names = FEATURES.map(({ name }) => name).sort();
        assert.deepEqual([...WORDED].sort(), names);
        assert.deepEqual([...new Set(SAID.map(([name]) => name))].sort(), names);
    });

    for (const [name, value, said] of SAID) {
        it(`say "${said}"`, () => {
            assert.equal(wordsOf(name, value), said);
        });
    }

    it("name a feature of a later model rather than fail", () => {
        assert.equal(wordsOf("colour", 3), "colour is 3");
        assert.equal(wordsOf("colour", Number.NaN), "colour is not known");
    });
});
