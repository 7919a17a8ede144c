import assert from "node:assert/strict";
import fc from "fast-check";
import type { Transaction } from "../../../contract/transaction/transaction.ts";
import type { Model } from "../../../functions/score/model.ts";
import { score } from "../../../functions/score/score.ts";
import { type Cloud, emptyCloud, portsTo } from "../support/cloud.ts";
import { alertsSent, endings, expectedEndings } from "../support/ending.ts";
import { decider, FakeEndpoint, failing, modelBehind } from "../support/model.ts";
import { forwarded, messages, NOW, rescoring, run, settings } from "../support/score-runs.ts";
import { histories } from "../support/transactions.ts";

const HOUR = 3_600_000;

interface Arrival {
    history: Transaction[];
    batches: Transaction[][];
}

const arrivals: fc.Arbitrary<Arrival> = histories(24).chain((history) =>
    fc
        .tuple(
            fc.shuffledSubarray(history, { minLength: history.length }),
            fc.subarray(history),
            fc.integer({ min: 1, max: 8 }),
        )
        .map(([order, again, size]) => ({ history, batches: cut([...order, ...again], size) })),
);

function cut<Item>(items: readonly Item[], size: number): Item[][] {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
        items.slice(index * size, (index + 1) * size),
    );
}

/** An endpoint that answers, or not, as the list says; each call takes the next, and the last holds for the rest. */
function fickle(answers: readonly boolean[]): FakeEndpoint {
    const endpoint = new FakeEndpoint();
    let call = 0;
    endpoint.trouble = () => (answers[call++] === false ? failing("ServiceUnavailable")() : undefined);
    return endpoint;
}

/** Delivers what asks the model again until nothing does. */
async function rescored(cloud: Cloud, model: Model): Promise<void> {
    for (let round = 0; cloud.screenedBulk.length > 0; round++) {
        assert.ok(round < 20, "it never ends");
        const outcome = await score(rescoring(cloud), { ...portsTo(cloud), model }, settings, NOW);
        assert.deepEqual([...outcome.failures.keys()], []);
    }
}

/** Alerts of the rules while the model was away stay sent, whatever the model says later. */
function assertEnding(cloud: Cloud, history: readonly Transaction[]): void {
    const [found, expected] = [endings(cloud), expectedEndings(history, settings.alertThreshold, decider)];
    for (const [id, ending] of Object.entries(expected)) {
        const { alertId, alerted, ...rest } = found[id] ?? assert.fail(`${id} is not there`);
        const { alertId: expectedId, alerted: mustBe, ...others } = ending;
        assert.deepEqual(rest, others, id);
        if (!mustBe) continue;
        assert.ok(alerted, `${id} was alerted`);
        assert.equal(alertId, expectedId);
        assert.ok(alertsSent(cloud).includes(alertId ?? ""));
    }
}

describe("score with the model, whatever the order", () => {
    it("ends as the whole history would, with the same alerts", async () => {
        await fc.assert(
            fc.asyncProperty(arrivals, async ({ history, batches }) => {
                const cloud = emptyCloud();
                forwarded(cloud, history);
                const model = modelBehind(new FakeEndpoint());
                for (const batch of batches) await run(cloud, batch, { model });
                assert.deepEqual(endings(cloud), expectedEndings(history, settings.alertThreshold, decider));
                assert.deepEqual(cloud.screenedBulk, []);
            }),
            { numRuns: 40 },
        );
    });

    it("ends so with an endpoint that fails at random, once the model was asked again", async () => {
        await fc.assert(
            fc.asyncProperty(arrivals, fc.array(fc.boolean(), { maxLength: 12 }), async (arrival, answers) => {
                const cloud = emptyCloud();
                forwarded(cloud, arrival.history);
                let now = 0;
                const endpoint = fickle(answers);
                const model = modelBehind(endpoint, { clock: () => (now += HOUR) });
                for (const batch of arrival.batches) await run(cloud, batch, { model });
                endpoint.trouble = () => undefined;
                await rescored(cloud, model);
                assertEnding(cloud, arrival.history);
            }),
            { numRuns: 60 },
        );
    });

    it("ends so when invocations run into each other, and into those that ask again", async () => {
        const answers = fc.array(fc.boolean(), { maxLength: 12 });
        await fc.assert(
            fc.asyncProperty(arrivals, answers, fc.scheduler(), async ({ history, batches }, list, scheduler) => {
                const cloud = emptyCloud();
                forwarded(cloud, history);
                let now = 0;
                const endpoint = fickle(list);
                const model = modelBehind(endpoint, { clock: () => (now += HOUR) });
                const turn = (): Promise<void> => scheduler.schedule(Promise.resolve());
                const ports = () => ({ ...portsTo(cloud, undefined, turn), model });
                const first = batches.slice(0, 2);
                for (const batch of first) await scheduler.waitFor(score(messages(batch), ports(), settings, NOW));
                // What asks again, while the rest arrives.
                const asked = rescoring(cloud);
                const runs = [asked, ...batches.slice(2).map(messages)].map(async (deliveries) => {
                    const { failures } = await score(deliveries, ports(), settings, NOW);
                    return deliveries.filter(({ messageId }) => failures.has(messageId));
                });
                const again = (await scheduler.waitFor(Promise.all(runs))).flat();
                endpoint.trouble = () => undefined;
                const outcome = await score(again, { ...portsTo(cloud), model }, settings, NOW);
                assert.deepEqual([...outcome.failures], []);
                await rescored(cloud, model);
                assertEnding(cloud, history);
            }),
            { numRuns: 80 },
        );
    });
});
