import assert from "node:assert/strict";
import fc from "fast-check";
import { accountFeatures } from "../../model/account-features.ts";
import { byAccount } from "../../model/account-histories.ts";
import { csvOf, FEATURES, rowOf } from "../../model/features.ts";
import { HYPERPARAMETERS } from "../../model/hyperparameters.ts";
import { histories, transaction } from "../functions/support/transactions.ts";

const only = (one: ReturnType<typeof transaction>): number[] => {
    const [account] = accountFeatures([one]);
    assert.ok(account);
    return rowOf({ transaction: one, account });
};
const named = (row: readonly number[], name: string): number | undefined =>
    row[FEATURES.findIndex((feature) => feature.name === name)];

describe("FEATURES", () => {
    it("have names of their own", () => {
        assert.equal(new Set(FEATURES.map(({ name }) => name)).size, FEATURES.length);
    });

    it("describe a wire on a Monday noon", () => {
        const row = only(transaction({ accountId: "DE89370400440532013000", country: "FR", amountMinor: 120_000 }));
        const expected = {
            euroCents: 120_000,
            roundAmount: 1,
            hour: 12,
            weekday: 1,
            card: 0,
            wire: 1,
            inPerson: 0,
            merchantCategory: Number.NaN,
            highRiskMerchant: 0,
            foreign: 1,
            earlierInDay: 0,
            inHour: 1,
            centsInDay: 120_000,
            transferCentsInDay: 120_000,
            cashCentsInDay: 0,
            countriesInDay: 1,
            merchantsInHour: 0,
            devicesInDay: 0,
        };
        for (const [name, value] of Object.entries(expected)) assert.equal(named(row, name), value, name);
    });

    it("describe a card payment at a terminal of a betting shop", () => {
        const row = only(transaction({ channel: "card", merchantCategory: "7995", accountId: "acc-1" }));
        const expected = { card: 1, inPerson: 1, merchantCategory: 7995, highRiskMerchant: 1, merchantsInHour: 1 };
        for (const [name, value] of Object.entries({ ...expected, foreign: Number.NaN })) {
            assert.equal(named(row, name), value, name);
        }
    });

    it("that grow never shrink when more of the history is known", () => {
        fc.assert(
            fc.property(histories(14), fc.nat(), (all, drop) => {
                const rowsOf = (some: typeof all): Map<string, number[]> =>
                    new Map(
                        [...byAccount(some).values()].flatMap((history) => {
                            const features = accountFeatures(history);
                            return history.map((one, index): [string, number[]] => {
                                const account = features[index];
                                assert.ok(account);
                                return [one.id, rowOf({ transaction: one, account })];
                            });
                        }),
                    );
                const [whole, part] = [rowsOf(all), rowsOf(all.filter((_, index) => index !== drop % all.length))];
                for (const [id, less] of part) {
                    for (const [index, { name, grows }] of FEATURES.entries()) {
                        const [before = 0, after = 0] = [less[index], whole.get(id)?.[index]];
                        if (grows) assert.ok(after >= before, `${name} of ${id} fell from ${before} to ${after}`);
                        else assert.equal(after, before, name);
                    }
                }
            }),
        );
    });
});

describe("the training", () => {
    it("is constrained by what grows, feature by feature", () => {
        const constraints = FEATURES.map(({ grows }) => (grows ? "1" : "0"));
        assert.equal(HYPERPARAMETERS.monotone_constraints, `(${constraints.join(",")})`);
        assert.ok(constraints.includes("1") && constraints.includes("0"));
    });
});

describe("csvOf", () => {
    it("leaves the field of a missing value empty", () => {
        assert.equal(csvOf([1.5, Number.NaN, 0, 2 ** 40]), "1.5,,0,1099511627776");
    });
});
