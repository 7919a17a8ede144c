import assert from "node:assert/strict";
import type { Supplement } from "../../../../contract/supplement.ts";
import type { Transaction } from "../../../../contract/transaction/transaction.ts";
import type { ToldOnce } from "../../../../functions/adapters/told-once.ts";
import { SUPPLEMENTARY_RULES, supplementaryReasons } from "../../../../model/rules/supplementary-rules.ts";
import { emptyCloud, portsTo } from "../../support/cloud.ts";
import { recordLines } from "../../support/ending.ts";
import { FakeEndpoint, modelBehind } from "../../support/model.ts";
import { forwarded, run } from "../../support/score-runs.ts";
import { later, transaction } from "../../support/transactions.ts";

const says = (supplement: Supplement) => ({
    supplements: async (transactions: readonly Transaction[]) =>
        new Map(transactions.map(({ id }) => [id, supplement])),
});
const once = (): ToldOnce => {
    const told = new Set<string>();
    return {
        once: async (what, _, tell) => {
            if (!told.has(what)) await tell();
            told.add(what);
        },
    };
};
const stale: Supplement = {
    ...{ rating: "high", runs: { "customer-risk-ratings": "adf:1" } },
    doubts: [{ set: "customer-risk-ratings", doubt: "stale" }],
};
const paid = transaction({ occurredAt: later(720 * 60_000) });

describe("the rules about what others know", () => {
    const cases: [supplement: Supplement, codes: string[]][] = [
        [{ runs: {} }, []],
        [{ runs: {}, rating: "medium", device: "trusted" }, []],
        [{ runs: {}, rating: "high" }, ["high-risk-customer"]],
        [{ runs: {}, device: "suspicious" }, ["suspicious-device"]],
        [{ runs: {}, device: "compromised" }, ["compromised-device"]],
        [{ runs: {}, exposed: "associate" }, ["politically-exposed"]],
        [{ runs: {}, lists: ["EU"] }, ["sanctioned-counterparty"]],
    ];
    for (const [supplement, codes] of cases) {
        it(`hold for ${JSON.stringify(supplement)}: ${codes.join() || "none"}`, () => {
            assert.deepEqual(
                supplementaryReasons(supplement).map(({ code }) => code),
                codes,
            );
        });
    }

    it("say which lists name the counterparty, and are in plain words for the handbook", () => {
        const [reason] = supplementaryReasons({ runs: {}, lists: ["EU", "UN"] });
        assert.equal(reason?.text, "the counterparty is on the sanctions list of EU, UN");
        for (const { text } of SUPPLEMENTARY_RULES) assert.match(text, /^(the|one of the) /);
    });
});

describe("score, with the sets of Azure", () => {
    const scored = async (supplementary: ReturnType<typeof says>, more: object = {}) => {
        const cloud = emptyCloud();
        forwarded(cloud, [paid]);
        const { outcome } = await run(cloud, [paid], { ports: { ...portsTo(cloud), supplementary, ...more } as never });
        return { cloud, outcome, line: recordLines(cloud)[0] };
    };

    it("records and keeps what they said of each transaction", async () => {
        const supplement: Supplement = { rating: "high", runs: { "customer-risk-ratings": "adf:1" } };
        const { cloud, line, outcome } = await scored(says(supplement));
        assert.deepEqual(line?.supplementary, supplement);
        assert.deepEqual(cloud.ledger.get(paid.id)?.supplementary, supplement);
        assert.equal(line?.score, 0.15);
        assert.equal(outcome.doubtful, undefined);
        assert.deepEqual(cloud.published, []);
    });

    it("alerts on a sanctioned counterparty, whatever the model thinks of it", async () => {
        const supplement: Supplement = { lists: ["EU"], runs: { "sanctions-list": "adf:1" } };
        const model = modelBehind(new FakeEndpoint());
        const { cloud, line } = await scored(says(supplement), { model });
        assert.equal(line?.verdict, "alert");
        assert.equal(line?.scoredBy, "model");
        assert.equal(line?.score, 1);
        assert.deepEqual(line?.reasons, [
            { code: "sanctioned-counterparty", text: "the counterparty is on the sanctions list of EU", points: 100 },
        ]);
        assert.equal(cloud.published.length, 1);
    });

    it("flags the verdict, and tells, once for all batches", async () => {
        const toldOnce = once();
        for (const [tellings] of [[1], [0]]) {
            const { cloud, outcome, line } = await scored(says(stale), { toldOnce });
            assert.deepEqual((line?.supplementary as Supplement | undefined)?.doubts, stale.doubts);
            assert.equal(outcome.doubtful, 1);
            assert.equal(cloud.published.length, tellings);
            for (const { subject, message } of cloud.published) {
                assert.equal(subject, "Supplementary data: customer-risk-ratings is stale");
                assert.equal(message.kind, "supplementary-stale");
                assert.equal(message.topic, "discrepancies");
            }
        }
    });

    it("holds up no verdict when nobody can be told, and tells with the next batch", async () => {
        const toldOnce: ToldOnce = { once: async () => Promise.reject(new Error("SNS does not answer")) };
        const { cloud, outcome } = await scored(says(stale), { toldOnce });
        assert.equal(outcome.scored, 1);
        assert.equal(outcome.doubtsUntold, 1);
        assert.equal(cloud.ledger.get(paid.id)?.state, "scored");
    });

    it("keeps what a transaction was first judged by when a late one makes it be judged again", async () => {
        const late = transaction({ ...paid, id: "live:late", occurredAt: later(719 * 60_000) });
        const cloud = emptyCloud();
        forwarded(cloud, [paid, late]);
        const first: Supplement = { rating: "high", runs: { "customer-risk-ratings": "adf:1" } };
        await run(cloud, [paid], { ports: { ...portsTo(cloud), supplementary: says(first) } as never });
        const second: Supplement = { rating: "low", runs: { "customer-risk-ratings": "adf:2" } };
        await run(cloud, [late], { ports: { ...portsTo(cloud), supplementary: says(second) } as never });
        assert.deepEqual(cloud.ledger.get(paid.id)?.supplementary, first);
        assert.deepEqual(cloud.ledger.get(late.id)?.supplementary, second);
    });
});
