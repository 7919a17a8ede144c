import assert from "node:assert/strict";
import type { Transaction } from "../../../contract/transaction/transaction.ts";
import { CIRCUIT } from "../../../functions/score/model.ts";
import { score } from "../../../functions/score/score.ts";
import { type Cloud, emptyCloud, portsTo } from "../support/cloud.ts";
import { alertsSent, endings, expectedEndings, recordLines } from "../support/ending.ts";
import { decider, FakeEndpoint, failing, modelBehind } from "../support/model.ts";
import { forwarded, NOW, rescoring, run, settings } from "../support/score-runs.ts";
import { later, transaction } from "../support/transactions.ts";

const MINUTE = 60_000;

/** Small card payments at many shops at night: fraud to the rules from the eighth on, to the model from the fifth. */
const attack = Array.from({ length: 12 }, (_, index) =>
    transaction({
        id: `live:${String(index).padStart(2, "0")}`,
        channel: "card",
        amountMinor: 100 + index,
        counterpartyId: `shop-${index}`,
        merchantCategory: "5999",
        occurredAt: later((180 + index / 2) * MINUTE),
    }),
);
const expected = expectedEndings(attack, settings.alertThreshold, decider);
const alertsOfModel = Object.values(expected).flatMap(({ alertId }) => alertId ?? []);

function world(transactions: readonly Transaction[] = attack) {
    const cloud = emptyCloud();
    forwarded(cloud, transactions);
    const endpoint = new FakeEndpoint();
    return { cloud, endpoint, model: modelBehind(endpoint) };
}

const scoredBy = (cloud: Cloud) => new Set([...cloud.ledger.values()].map((row) => row.scoredBy));

describe("score, with the model", () => {
    it("asks once about a batch, its own transactions and the later ones it changes", async () => {
        const { cloud, endpoint, model } = world();
        await run(cloud, attack.slice(3), { model });
        await run(cloud, attack.slice(0, 3), { model });
        assert.deepEqual(
            endpoint.calls.map(({ length }) => length),
            [9, 12],
        );
        assert.deepEqual(endings(cloud), expected);
    });

    it("records who decided, and explains alerts by what the model saw", async () => {
        const { cloud, model } = world();
        const { outcome } = await run(cloud, attack, { model });
        assert.ok(alertsOfModel.length > 0);
        assert.equal(outcome.alerts, alertsOfModel.length);
        assert.equal(outcome.scoredByRules, undefined);
        const line = recordLines(cloud).find(({ verdict }) => verdict === "alert");
        assert.equal(line?.scoredBy, "model");
        assert.ok(line.reasons.length > 0);
        assert.equal(line.revision % 2, 1);
        assert.deepEqual(alertsSent(cloud), [...alertsOfModel].sort());
    });

    it("does not ask about what the ledger knows with as much history", async () => {
        const { cloud, endpoint, model } = world();
        const [one, ...rest] = attack as [Transaction, ...Transaction[]];
        await run(cloud, rest, { model });
        const elsewhere = { ...one, occurredAt: later(0) };
        forwarded(cloud, [elsewhere]);
        await run(cloud, [elsewhere], { model });
        await run(cloud, [elsewhere], { model });
        assert.deepEqual(
            endpoint.calls.map(({ length }) => length),
            [11, 12],
        );
    });

    it("falls back on the rules' reasons where the trees are of another model", async () => {
        const { cloud, endpoint } = world();
        const trees = { ...decider.ensemble, baseMargin: decider.ensemble.baseMargin + 1 };
        await run(cloud, attack, { model: modelBehind(endpoint, { trees }) });
        const codes = recordLines(cloud).flatMap(({ verdict, reasons }) =>
            verdict === "alert" ? reasons.map(({ code }) => code) : [],
        );
        assert.ok(codes.includes("small-card-payments"));
        assert.ok(!codes.includes("smallCardPayments"));
    });
});

/** What an endpoint may do in trouble: each is no answer, and none may cost a verdict or an alert. */
const TROUBLES: [string, () => string | undefined, string][] = [
    ["the endpoint is down", failing("ServiceUnavailable"), "ServiceUnavailable"],
    ["the endpoint is slow", failing("TimeoutError"), "TimeoutError"],
    ["the endpoint throttles", failing("ThrottlingException"), "ThrottlingException"],
    ["the model fails", failing("ModelError"), "ModelError"],
    ["a score is missing", () => Array(11).fill("0.1").join(","), "MalformedScoresError"],
    ["there is a score too many", () => Array(13).fill("0.1").join(","), "MalformedScoresError"],
    ["there is no score", () => "", "MalformedScoresError"],
    ["a score is not a number", () => ["NaN", ...Array(11).fill("0.1")].join("\n"), "MalformedScoresError"],
    ["a score is infinite", () => ["Infinity", ...Array(11).fill("0.1")].join("\n"), "MalformedScoresError"],
    ["a score is out of range", () => [...Array(11).fill("0.1"), "1.01"].join("\n"), "MalformedScoresError"],
];

describe("score, in trouble with the endpoint", () => {
    for (const [trouble, answer, name] of TROUBLES) {
        it(`scores by the rules in the same call when ${trouble}, and by the model later`, async () => {
            const { cloud, endpoint, model } = world();
            endpoint.trouble = answer;
            const { outcome } = await run(cloud, attack, { model });
            assert.equal(outcome.scored, attack.length);
            assert.equal(outcome.scoredByRules, attack.length);
            assert.equal(outcome.endpointFailures, 1);
            assert.equal(outcome.postponed, attack.length);
            assert.equal(outcome.failures.size, 0);
            assert.deepEqual([...scoredBy(cloud)], ["rules"]);
            assert.deepEqual(
                model.errors.map((error) => (error as Error).name),
                [name],
            );
            const byRules = alertsSent(cloud);
            assert.deepEqual(
                byRules,
                Object.values(expectedEndings(attack, settings.alertThreshold))
                    .flatMap(({ alertId }) => alertId ?? [])
                    .sort(),
            );

            endpoint.trouble = () => undefined;
            const again = await score(rescoring(cloud), { ...portsTo(cloud), model }, settings, NOW);
            assert.equal(again.rescored, attack.length);
            assert.equal(again.scored, 0);
            assert.deepEqual([...scoredBy(cloud)], ["model"]);
            // Alerted once each, by whoever saw the fraud first.
            const all = alertsSent(cloud);
            assert.equal(new Set(all).size, all.length);
            for (const id of alertsOfModel) assert.ok(all.includes(id));
            assert.equal(all.length, new Set([...byRules, ...alertsOfModel]).size);
        });
    }

    it("spares the wait for an endpoint that keeps failing, and alerts all the while", async () => {
        const { cloud, endpoint } = world();
        let now = 0;
        const model = modelBehind(endpoint, { clock: () => now });
        endpoint.trouble = failing("TimeoutError");
        for (const [index, one] of attack.entries()) {
            const { outcome } = await run(cloud, [one], { model });
            const opened = index >= CIRCUIT.failures;
            assert.equal(outcome.circuitOpen, opened ? 1 : undefined);
            assert.equal(outcome.endpointFailures, opened ? undefined : 1);
            assert.equal(outcome.scoredByRules, 1);
        }
        assert.equal(endpoint.calls.length, CIRCUIT.failures);
        assert.ok(alertsSent(cloud).length > 0);
        endpoint.trouble = () => undefined;
        now += CIRCUIT.pauseMs;
        const { outcome } = await run(cloud, [], { model });
        assert.equal(outcome.circuitOpen, undefined);
        const again = await score(rescoring(cloud), { ...portsTo(cloud), model }, settings, NOW);
        assert.equal(again.rescored, attack.length);
    });

    it("sends an alert storm of the model as a digest, each alert once", async () => {
        const many = Array.from({ length: 20 }, (_, account) =>
            attack.map((one) => ({ ...one, id: `${one.id}:${account}`, accountId: `account-${account}` })),
        ).flat();
        const { cloud, endpoint, model } = world(many);
        const { outcome } = await run(cloud, many, { model, settings: { ...settings, alertsPerMinute: 5 } });
        assert.equal(outcome.alerts, alertsOfModel.length * 20);
        assert.equal(endpoint.calls.length, 1);
        assert.equal(cloud.published.length, 6);
        assert.equal(new Set(alertsSent(cloud)).size, outcome.alerts);
    });

    it("gives a batch back when it cannot send what is to be asked later", async () => {
        const { cloud, endpoint, model } = world();
        endpoint.trouble = failing("ServiceUnavailable");
        const ports = portsTo(cloud);
        ports.later = { send: async (all) => all.map(() => ({ status: "rejected", reason: new Error("no queue") })) };
        const { outcome, again } = await run(cloud, attack, { model, ports });
        assert.equal(again.length, attack.length);
        assert.equal(outcome.scored, 0);
        await run(cloud, again, { model });
        assert.equal(cloud.screenedBulk.length, attack.length);
        assert.deepEqual([...scoredBy(cloud)], ["rules"]);
    });
});
