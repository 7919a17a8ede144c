import assert from "node:assert/strict";
import { SERVICES } from "../../../../operations/proof/conservation/cloud/cloud.ts";
import { starterTrees } from "../../../../operations/proof/conservation/cloud/endpoint.ts";
import { Warehouse } from "../../../../operations/proof/conservation/cloud/warehouse.ts";
import { conservationOptions } from "../../../../operations/proof/conservation/options.ts";
import { VERBS } from "../../../../operations/proof/conservation/platform/names.ts";
import { type Proved, proveSeed } from "../../../../operations/proof/conservation/prove.ts";
import { conservationReport } from "../../../../operations/proof/conservation/report.ts";
import type { RunParts } from "../../../../operations/proof/conservation/run.ts";

const TRANSACTIONS = 2000;

describe("the proof of conservation", () => {
    let common: Pick<RunParts, "trees" | "warehouse">;
    before(async () => {
        common = { trees: await starterTrees(), warehouse: await Warehouse.open() };
    });
    after(() => common.warehouse.close());

    const together: Proved[] = [];
    for (const seed of [1, 2]) {
        it(`finds each delivery of seed ${seed} again, once, and after replays each transaction scored and loaded`, async () => {
            const proved = await proveSeed({ ...common, seed, transactions: TRANSACTIONS });
            together.push(proved);
            assert.deepEqual(proved.faults, []);
            const { given, atFirst, atLast, loaded, transactions } = proved;
            const sum = (counts: typeof atFirst) => Object.values(counts).reduce((total, one) => total + one, 0);
            assert.deepEqual([sum(atFirst), sum(atLast)], [given, given]);
            assert.deepEqual([atLast.scored, loaded], [transactions, transactions]);
            assert.ok(transactions >= TRANSACTIONS);
            // Otherwise nothing was shown.
            for (const some of [atFirst.quarantined, atFirst.duplicate, atFirst["dead-lettered"], proved.alerts])
                assert.ok(some > 0);
            assert.ok(proved.replayed > 0);
        });
    }

    it("has functions killed, each of them, and calls fail, of each service", () => {
        const kinds = new Set(together.flatMap(({ troubles }) => [...troubles.keys()]));
        const due = [
            ...VERBS.map((verb) => `killed ${verb}`),
            ...SERVICES.filter((service) => service !== "kms").map((service) => `refused ${service}`),
            ...["dynamo", "s3"].map((service) => `unheard ${service}`),
            ...["dynamo", "sqs", "redshift"].map((service) => `short ${service}`),
            "acknowledgement lost",
        ];
        assert.deepEqual(
            due.filter((kind) => !kinds.has(kind)),
            [],
        );
    });

    it("gives the same run for the same seed, and another one for another", async () => {
        const [one, again, other] = [3, 3, 4].map((seed) => ({ ...common, seed, transactions: 120 }));
        assert.ok(one && again && other);
        const first = await proveSeed(one);
        assert.deepEqual(await proveSeed(again), first);
        assert.notEqual((await proveSeed(other)).calls, first.calls);
    });

    it("says in its report which command gives a failing run again, and where each name was last seen", () => {
        const [sound] = together;
        assert.ok(sound);
        assert.match(conservationReport([sound], TRANSACTIONS), /## 1 of 1 seed with 2,000 transactions proved/);
        const faults = [{ name: "sqs:m-1", why: "is lost: no book names it" }];
        const failed: Proved = {
            ...sound,
            faults,
            lastSeen: new Map([["sqs:m-1", "screen was killed while it had it"]]),
        };
        const report = conservationReport([failed], TRANSACTIONS);
        assert.match(report, /## 0 of 1 seed/);
        assert.match(report, /Again: `npm run proof -- conservation --seed 1 --transactions 2000`/);
        assert.match(report, /\| sqs:m-1 \| is lost: no book names it \| screen was killed while it had it \|/);
    });

    it("takes seeds and a number of transactions, and names all that is wrong with them together", () => {
        assert.deepEqual(conservationOptions({}), { seeds: [1], transactions: 100_000 });
        assert.deepEqual(conservationOptions({ seed: "7", seeds: "3", transactions: "500" }), {
            seeds: [7, 8, 9],
            transactions: 500,
        });
        const [first = 0, second] = conservationOptions({ seed: "random", seeds: "2" }).seeds;
        assert.ok(first >= 1 && second === first + 1);
        assert.throws(() => conservationOptions({ seed: "x", seeds: "0", transactions: "7" }), {
            message: [
                '--seed takes a whole number from 1 to 2147482647; got "x".',
                '--seeds takes a whole number from 1 to 1000; got "0".',
                '--transactions takes a whole number from 100 to 1000000; got "7".',
            ].join("\n"),
        });
    });
});
