import assert from "node:assert/strict";
import type { Transaction } from "../../../contract/transaction/transaction.ts";
import { rescoreSince } from "../../../functions/score/ask-later.ts";
import type { Model } from "../../../functions/score/model.ts";
import { score } from "../../../functions/score/score.ts";
import { type Cloud, emptyCloud, portsTo } from "../support/cloud.ts";
import { alertsSent, recordLines } from "../support/ending.ts";
import { FakeEndpoint, failing, modelBehind } from "../support/model.ts";
import { bare, forwarded, messages, NOW, rescoring, run, settings } from "../support/score-runs.ts";
import { later, transaction } from "../support/transactions.ts";

const HOUR = 3_600_000;
const hoursLater = (hours: number): string => new Date(Date.parse(NOW) + hours * HOUR).toISOString();
const one = transaction({ occurredAt: later(12 * HOUR) });

async function down(transactions: readonly Transaction[] = [one]) {
    const cloud = emptyCloud();
    forwarded(cloud, transactions);
    const endpoint = new FakeEndpoint();
    // A clock that leaves the circuit no time to stay open.
    let now = 0;
    const model = modelBehind(endpoint, { clock: () => (now += HOUR) });
    endpoint.trouble = failing("ServiceUnavailable");
    await run(cloud, transactions, { model });
    return { cloud, endpoint, model };
}

const ask = (cloud: Cloud, model: Model, now = NOW) =>
    score(rescoring(cloud), { ...portsTo(cloud), model }, settings, now);

describe("what the rules scored because the endpoint failed", () => {
    it("is asked again in a quarter of an hour, with the transaction as it was", async () => {
        const { cloud } = await down();
        const [message] = cloud.screenedBulk;
        assert.equal(message?.delaySeconds, 900);
        assert.deepEqual(message?.attributes, { rescore: { DataType: "String", StringValue: NOW } });
        assert.deepEqual(JSON.parse(message?.body ?? ""), one);
    });

    it("is on its way to be asked again before the rules' record of it, which nothing takes back", async () => {
        const cloud = emptyCloud();
        forwarded(cloud, [one]);
        const endpoint = new FakeEndpoint();
        endpoint.trouble = failing("ServiceUnavailable");
        const ports = portsTo(cloud);
        let asked: number | undefined;
        const records: typeof ports.records = {
            write(...object) {
                asked = cloud.screenedBulk.length;
                return ports.records.write(...object);
            },
        };
        await run(cloud, [one], { model: modelBehind(endpoint), ports: { ...ports, records } });
        assert.equal(asked, 1);
    });

    it("is asked about again and again while the endpoint stays down, and scored once", async () => {
        const { cloud, endpoint, model } = await down();
        for (const hours of [1, 12, 23]) {
            const outcome = await ask(cloud, model, hoursLater(hours));
            assert.equal(outcome.postponed, 1);
            assert.equal(outcome.scoredByRules, undefined);
            assert.equal(outcome.rescored, undefined);
            assert.equal(cloud.screenedBulk[0]?.attributes.rescore?.StringValue, NOW);
        }
        assert.equal(recordLines(cloud).length, 1);
        endpoint.trouble = () => undefined;
        const outcome = await ask(cloud, model, hoursLater(23.5));
        assert.equal(outcome.rescored, 1);
        assert.equal(cloud.ledger.get(one.id)?.scoredBy, "model");
        assert.equal(cloud.ledger.get(one.id)?.scoredAt, NOW);
        assert.deepEqual(
            recordLines(cloud).map(({ scoredBy }) => scoredBy),
            ["rules", "model"],
        );
        assert.deepEqual(cloud.screenedBulk, []);
    });

    it("is told of after a day, and stands as the rules found it", async () => {
        const { cloud, model } = await down();
        const outcome = await ask(cloud, model, hoursLater(24));
        assert.equal(outcome.leftToRules, 1);
        assert.equal(outcome.postponed, undefined);
        assert.deepEqual([...outcome.failures], []);
        assert.deepEqual(cloud.screenedBulk, []);
        const [told] = cloud.published;
        assert.equal(told?.subject, "Scored by the rules alone: 1");
        assert.equal(told?.message.kind, "model-not-asked");
        assert.deepEqual(told?.message.origins, [one.id]);
        assert.equal(cloud.ledger.get(one.id)?.scoredBy, "rules");
    });

    it("comes again when nobody could be told after a day", async () => {
        const { cloud, model } = await down();
        const ports = {
            ...portsTo(cloud),
            model,
            discrepancies: { publish: () => Promise.reject(new Error("no topic")) },
        };
        const outcome = await score(rescoring(cloud), ports, settings, hoursLater(24));
        assert.deepEqual([...outcome.failures.keys()], ["r-0"]);
    });

    it("is asked about once however often the message comes", async () => {
        const { cloud, endpoint, model } = await down();
        endpoint.trouble = () => undefined;
        const deliveries = rescoring(cloud);
        const twice = [...deliveries, ...deliveries.map((delivery) => ({ ...delivery, messageId: "twin" }))];
        const outcome = await score(twice, { ...portsTo(cloud), model }, settings, NOW);
        assert.equal(outcome.rescored, 1);
        const calls = endpoint.calls.length;
        const repeated = await score(deliveries, { ...portsTo(cloud), model }, settings, NOW);
        assert.equal(repeated.rescored, undefined);
        assert.deepEqual([...repeated.failures], []);
        assert.equal(endpoint.calls.length, calls);
        const fresh = transaction({ id: "live:fresh", accountId: "account-2" });
        forwarded(cloud, [fresh]);
        const beside = [...deliveries, ...messages([fresh])];
        const third = await score(beside, { ...portsTo(cloud), model }, settings, NOW);
        assert.deepEqual([third.scored, third.rescored], [1, undefined]);
        assert.equal(recordLines(cloud).filter(({ id }) => id === one.id).length, 2);
    });

    it("is left as it is when the endpoint was taken away", async () => {
        const { cloud } = await down();
        const outcome = await score(rescoring(cloud), portsTo(cloud), settings, NOW);
        assert.deepEqual([...outcome.failures], []);
        assert.equal(outcome.rescored, undefined);
        assert.equal(recordLines(cloud).length, 1);
        assert.equal(cloud.ledger.get(one.id)?.scoredBy, "rules");
    });

    it("is asked about for as many hours as the function is told", async () => {
        const { cloud, model } = await down();
        const [delivery] = rescoring(cloud);
        const waiting = [{ ...bare("a", delivery?.body ?? ""), rescore: NOW }];
        const within = await score(waiting, { ...portsTo(cloud), model, laterHours: 2 }, settings, hoursLater(1.9));
        assert.deepEqual([within.postponed, within.leftToRules], [1, undefined]);
        const over = await score(waiting, { ...portsTo(cloud), model, laterHours: 2 }, settings, hoursLater(2));
        assert.deepEqual([over.postponed, over.leftToRules], [undefined, 1]);
    });

    it("counts its waiting from the first time when two messages ask", async () => {
        const { cloud, model } = await down();
        const [delivery] = rescoring(cloud);
        const ports = { ...portsTo(cloud), model };
        const both = [
            { ...bare("a", delivery?.body ?? ""), rescore: hoursLater(2) },
            { ...bare("b", delivery?.body ?? ""), rescore: hoursLater(1) },
            { ...bare("c", delivery?.body ?? ""), rescore: hoursLater(3) },
        ];
        await score(both, ports, settings, hoursLater(4));
        assert.deepEqual(
            cloud.screenedBulk.map(({ attributes }) => attributes.rescore?.StringValue),
            [hoursLater(1)],
        );
    });

    it("comes again when its history grew while the model was asked", async () => {
        const late = transaction({ id: "live:late", occurredAt: later(11 * HOUR) });
        const { cloud, endpoint, model } = await down();
        forwarded(cloud, [late]);
        const meanwhile = modelBehind(Object.assign(new FakeEndpoint(), { trouble: failing("ServiceUnavailable") }));
        let arrived: Promise<unknown> | undefined;
        const slow: Model = {
            reasons: model.reasons.bind(model),
            ask: async (rows) => {
                arrived ??= run(cloud, [late], { model: meanwhile });
                await arrived;
                return model.ask(rows);
            },
        };
        endpoint.trouble = () => undefined;
        const deliveries = rescoring(cloud);
        const outcome = await score(deliveries, { ...portsTo(cloud), model: slow }, settings, NOW);
        assert.deepEqual([...outcome.failures.keys()], ["r-0"]);
        assert.match(String(outcome.failures.get("r-0")), /GrownHistoryError: the history of live:1 grew/);
        const again = await score(deliveries, { ...portsTo(cloud), model }, settings, NOW);
        assert.equal(again.rescored, 1);
        // Two transactions known, by the model.
        assert.equal(cloud.ledger.get(one.id)?.revision, 5);
    });

    it("does not take an alert of the model back while the endpoint is down", async () => {
        const attack = Array.from({ length: 7 }, (_, index) =>
            transaction({
                id: `live:${index}`,
                channel: "card",
                amountMinor: 100,
                counterpartyId: `shop-${index}`,
                merchantCategory: "5999",
                occurredAt: later(3 * HOUR + index * 30_000),
            }),
        );
        const [late, ...rest] = attack as [Transaction, ...Transaction[]];
        const cloud = emptyCloud();
        forwarded(cloud, attack);
        const endpoint = new FakeEndpoint();
        const model = modelBehind(endpoint);
        await run(cloud, rest, { model });
        const alerted = [...cloud.ledger.values()].filter(({ verdict }) => verdict === "alert").map(({ id }) => id);
        assert.ok(alerted.length > 0);
        endpoint.trouble = failing("ServiceUnavailable");
        const { outcome } = await run(cloud, [late], { model });
        // All of them know too little now, and wait for the model.
        assert.equal(outcome.postponed, attack.length);
        for (const id of alerted) assert.equal(cloud.ledger.get(id)?.verdict, "alert");
        assert.equal(new Set(alertsSent(cloud)).size, alerted.length);
    });
});

describe("a transaction that was judged before its own message came", () => {
    const early = transaction({
        id: "live:early",
        channel: "cash",
        amountMinor: 900_000,
        occurredAt: later(10 * HOUR),
    });
    const [second, third] = [11, 12].map((hour) => ({ ...early, id: `live:${hour}`, occurredAt: later(hour * HOUR) }));
    const all = [early, second, third] as Transaction[];

    /** The third is known to the account, since its first run was killed, and judged with the second. */
    async function judged(answer: string) {
        const cloud = emptyCloud();
        forwarded(cloud, all);
        const endpoint = new FakeEndpoint();
        const model = modelBehind(endpoint);
        endpoint.trouble = () => Array(endpoint.calls.at(-1)?.length).fill(answer).join(",");
        await portsTo(cloud).activity.add([third as Transaction]);
        await run(cloud, [early, second] as Transaction[], { model });
        assert.equal(cloud.ledger.get("live:12")?.revision, 7);
        return { cloud, endpoint, model };
    }

    it("is asked about when it comes, and recorded by the model alone", async () => {
        const { cloud, endpoint, model } = await judged("0.2");
        const { outcome } = await run(cloud, [third as Transaction], { model });
        assert.equal(endpoint.calls.at(-1)?.length, 1);
        assert.equal(outcome.scoredByRules, undefined);
        assert.deepEqual(
            recordLines(cloud).map(({ scoredBy }) => scoredBy),
            Array(4).fill("model"),
        );
    });

    it("is not alerted by the rules when the model passed as much of its history", async () => {
        const { cloud, endpoint, model } = await judged("0.2");
        endpoint.trouble = failing("ServiceUnavailable");
        const { outcome } = await run(cloud, [third as Transaction], { model });
        assert.equal(outcome.scored, 1);
        assert.deepEqual(alertsSent(cloud), []);
        assert.equal(cloud.ledger.get("live:12")?.scoredBy, "model");
    });
});

describe("while the endpoint is down, a late transaction", () => {
    const cash = (id: string, hour: number) =>
        transaction({ id, channel: "cash", amountMinor: 900_000, occurredAt: later(hour * HOUR) });
    const [late, second, third] = [cash("live:0", 9), cash("live:1", 10), cash("live:2", 11)];

    /** Two amounts just under the limit are none to the rules, three are. */
    async function world(answer: string) {
        const cloud = emptyCloud();
        forwarded(cloud, [late, second, third]);
        const endpoint = new FakeEndpoint();
        const model = modelBehind(endpoint);
        endpoint.trouble = () => Array(endpoint.calls.at(-1)?.length).fill(answer).join(",");
        await run(cloud, [second, third], { model });
        endpoint.trouble = failing("ServiceUnavailable");
        return { cloud, ...(await run(cloud, [late], { model })) };
    }

    it("lets the rules alert on one that the model passed, knowing less", async () => {
        const { cloud, outcome } = await world("0.2");
        assert.equal(outcome.alerts, 1);
        assert.deepEqual(
            [cloud.ledger.get("live:2")?.scoredBy, cloud.ledger.get("live:2")?.verdict],
            ["rules", "alert"],
        );
        assert.equal(cloud.ledger.get("live:1")?.scoredBy, "model");
        assert.equal(outcome.postponed, 3);
    });

    it("leaves one alone that the model alerted on", async () => {
        const { cloud, outcome } = await world("0.9");
        assert.deepEqual([outcome.alerts, outcome.revised], [0, 0]);
        assert.equal(cloud.ledger.get("live:2")?.scoredBy, "model");
        assert.equal(cloud.ledger.get("live:2")?.score, 0.9);
    });
});

describe("rescoreSince", () => {
    it("reads the time of a message that asks again, and nothing else", () => {
        assert.equal(rescoreSince({ rescore: { stringValue: NOW } }), NOW);
        assert.equal(rescoreSince({ rescore: { stringValue: "soon" } }), undefined);
        assert.equal(rescoreSince({}), undefined);
        assert.equal(rescoreSince(undefined), undefined);
    });
});
