import assert from "node:assert/strict";
import { checkTransaction } from "../../../contract/transaction/check.ts";
import { labelledTransactions } from "../../../samples/generator/labelled.ts";
import { defaults } from "../../../samples/generator/sample-set.ts";

const { start } = defaults;

describe("labelled transactions without files", () => {
    it("are valid, as many as asked for, and each has an id of its own", () => {
        const made = [...labelledTransactions({ seed: 1, payments: 3000, start })];
        assert.equal(made.length, 3000);
        assert.equal(new Set(made.map(({ transaction }) => transaction.id)).size, 3000);
        assert.deepEqual(
            made.filter(({ transaction }) => !checkTransaction(transaction).ok),
            [],
        );
    });

    it("share no account, card, device or id between seeds", () => {
        const known = (seed: number): string[] =>
            [...labelledTransactions({ seed, payments: 2000, start })]
                .flatMap(({ transaction }) => [
                    transaction.id,
                    transaction.accountId,
                    transaction.cardToken ?? [],
                    transaction.deviceId ?? [],
                ])
                .flat();
        const one = new Set(known(1));
        assert.deepEqual(
            known(2).filter((value) => one.has(value)),
            [],
        );
    });

    it("begin another world when one is full, with stories of its own", () => {
        let count = 0;
        const episodes = new Set<string>();
        const accounts = [new Set<string>(), new Set<string>()];
        for (const { transaction, label } of labelledTransactions({ seed: 2, payments: 22_000, start })) {
            accounts[count < 20_000 ? 0 : 1]?.add(transaction.accountId);
            if (label.episode) episodes.add(label.episode);
            count++;
        }
        assert.equal(count, 22_000);
        assert.ok([...episodes].some((episode) => episode.startsWith("1/")));
        assert.deepEqual(
            [...(accounts[1] ?? [])].filter((account) => accounts[0]?.has(account)),
            [],
        );
    });
});
