import assert from "node:assert/strict";
import type { Judged } from "../../../functions/score/account.ts";
import { alertIdOf, sendAlerts } from "../../../functions/score/alerts.ts";
import { emptyCloud, portsTo } from "../support/cloud.ts";
import { alertsSent } from "../support/ending.ts";
import { NOW } from "../support/score-runs.ts";
import { transaction } from "../support/transactions.ts";

function alert(number: number, score = 0.8): Judged {
    return {
        transaction: transaction({ id: `live:${number}` }),
        features: {
            euroCents: 0,
            hour: 0,
            earlierInDay: 0,
            smallCardPayments: 0,
            otherDevices: 0,
            nearLimitCount: 0,
            nearLimitSum: 0,
            payees: 0,
            inTenMinutes: 1,
            inHour: 1,
            centsInHour: 0,
            centsInDay: 0,
            transferCentsInDay: 0,
            cashCentsInDay: 0,
            countriesInDay: 1,
            counterpartiesInDay: 1,
            merchantsInHour: 0,
            devicesInDay: 0,
            travelKmh: 0,
        },
        finding: {
            score,
            verdict: "alert",
            scoredBy: "rules",
            reasons: [{ code: "structuring", text: "3 amounts", points: 35 }],
            revision: 1,
        },
        own: true,
    };
}

const alerts = (count: number, from = 0): Judged[] => Array.from({ length: count }, (_, index) => alert(from + index));

describe("sendAlerts", () => {
    it("tells of a fraud with its reasons and no account", async () => {
        const cloud = emptyCloud();
        await sendAlerts([alert(1)], portsTo(cloud), 10, NOW);
        assert.deepEqual(cloud.published, [
            {
                subject: "Fraud alert: score 0.80",
                message: {
                    topic: "fraud",
                    type: "fraud",
                    alertId: alertIdOf("live:1"),
                    transactionId: "live:1",
                    score: 0.8,
                    reasons: [{ code: "structuring", text: "3 amounts" }],
                    occurredAt: "2026-03-02T12:00:00.000Z",
                    amountMinor: 12_000,
                    currency: "EUR",
                    channel: "wire",
                    country: "DE",
                },
            },
        ]);
        assert.match(alertIdOf("live:1"), /^alert_[a-p]{24}$/);
    });

    it("sends up to the limit of the minute one by one, the rest as a digest of ids", async () => {
        const cloud = emptyCloud();
        await sendAlerts(alerts(2), portsTo(cloud), 3, NOW);
        await sendAlerts([alert(2, 0.7), alert(3, 0.95), alert(4, 0.75)], portsTo(cloud), 3, NOW);
        assert.deepEqual(
            cloud.published.map(({ message }) => message.transactionId ?? message.transactionIds),
            ["live:0", "live:1", "live:3", ["live:4", "live:2"]],
        );
        assert.deepEqual(cloud.published.at(-1), {
            subject: "Fraud alerts: 2 more",
            message: {
                topic: "fraud",
                type: "fraud-digest",
                alertIds: ["live:4", "live:2"].map(alertIdOf),
                transactionIds: ["live:4", "live:2"],
                count: 2,
            },
        });
    });

    it("begins anew with the next minute", async () => {
        const cloud = emptyCloud();
        await sendAlerts(alerts(3), portsTo(cloud), 3, NOW);
        await sendAlerts(alerts(1, 3), portsTo(cloud), 3, "2026-03-05T08:01:00.000Z");
        assert.deepEqual(
            cloud.published.filter(({ message }) => message.type === "fraud-digest"),
            [],
        );
    });

    it("does not count a batch twice that is delivered again", async () => {
        const cloud = emptyCloud();
        await sendAlerts(alerts(2), portsTo(cloud), 3, NOW);
        await sendAlerts(alerts(2), portsTo(cloud), 3, NOW);
        assert.deepEqual(
            cloud.published.filter(({ message }) => message.type === "fraud-digest"),
            [],
        );
    });

    it("loses none in a storm", async () => {
        const cloud = emptyCloud();
        await Promise.all([0, 1, 2].map((wave) => sendAlerts(alerts(700, wave * 700), portsTo(cloud), 5, NOW)));
        const ids = Array.from({ length: 2_100 }, (_, index) => alertIdOf(`live:${index}`));
        assert.deepEqual(alertsSent(cloud), ids.sort());
        assert.ok(cloud.published.length <= 5 + 3 * 2);
        for (const { message } of cloud.published) assert.ok(JSON.stringify(message).length < 256 * 1024);
    });

    it("still alerts when alerts cannot be counted", async () => {
        const cloud = emptyCloud();
        const ports = portsTo(cloud);
        ports.alertCounter.add = () => Promise.reject(new Error("throttled"));
        const outcomes = await sendAlerts(alerts(2), ports, 5, NOW);
        assert.deepEqual(
            outcomes.map(({ status }) => status),
            ["fulfilled", "fulfilled"],
        );
        assert.deepEqual(alertsSent(cloud), [0, 1].map((number) => alertIdOf(`live:${number}`)).sort());
    });

    it("names the alerts whose message failed", async () => {
        const ports = portsTo(emptyCloud(), { at: 2, when: "before", kills: false });
        const outcomes = await sendAlerts(alerts(3), ports, 5, NOW);
        assert.deepEqual(
            outcomes.map(({ status }) => status),
            ["fulfilled", "rejected", "fulfilled"],
        );
    });

    it("does nothing when there is nothing to tell", async () => {
        const ports = portsTo(emptyCloud());
        assert.deepEqual(await sendAlerts([], ports, 5, NOW), []);
        assert.equal(ports.effects(), 0);
    });
});
