import type { Alert, ConsoleState } from "../../../console/state.ts";

const at = (minute: number, second = 0) =>
    `2026-10-03T19:${String(minute).padStart(2, "0")}:${String(second).padStart(2, "0")}.000Z`;

function alert(number: number, more: Partial<Alert> = {}): Alert {
    return {
        id: `mobile-bank:${String(number).padStart(4, "0")}`,
        source: "mobile-bank",
        amount: `EUR ${(797.22 + number).toFixed(2)}`,
        channel: number % 2 === 0 ? "instant" : "card",
        country: "DE",
        occurredAt: at(10 + number),
        score: 0.99 - number / 50,
        scoredBy: "model",
        withdrawn: false,
        reasons: [
            { text: "amount worth 797 EUR", points: 41 },
            { text: "3 receivers of money within an hour", points: 22 },
        ],
        history: [
            { at: at(10 + number), what: "occurred" },
            { at: at(20 + number), what: "received from mobile-bank" },
            { at: at(20 + number, 4), what: "scored 0.99 by the model" },
        ],
        ...more,
    };
}

/** A state with something in each view. */
export function recordedState(more: Partial<ConsoleState> = {}): ConsoleState {
    return {
        version: 1,
        stack: "local",
        counts: {
            in: 3709,
            scored: 3600,
            byModel: 3600,
            byRules: 0,
            duplicates: 37,
            quarantined: 72,
            deadLettered: 3,
            underway: 0,
            alerts: 74,
            loaded: 3600,
        },
        books: {
            balanced: true,
            loaded: true,
            bySource: [{ source: "card-network", scored: 1800, loaded: 1800 }],
        },
        rate: [
            { at: at(1), scored: 0, alerts: 0 },
            { at: at(2), scored: 900, alerts: 30 },
            { at: at(3), scored: 3600, alerts: 74 },
        ],
        alerts: [
            alert(0),
            alert(1),
            alert(2, { decision: { decision: "fraud", by: "a.meier", at: at(50) } }),
            alert(3, { decision: { decision: "legitimate", by: "b.koch", at: at(51) } }),
            alert(4, { withdrawn: true }),
        ],
        quarantine: {
            byReason: [
                { reason: "invalid-amount", count: 15 },
                { reason: "unknown-currency", count: 6 },
            ],
            rows: [
                {
                    source: "card-network",
                    reason: "invalid-amount",
                    detail: "The amount is no whole number of minor units.",
                    field: "amountMinor",
                    content: "TE6081D266FD,************1111,12.345,EUR",
                    at: at(30),
                    origin: "s3:card-network/2026-10-03.csv#4",
                },
                {
                    source: "mobile-bank",
                    reason: "unknown-currency",
                    detail: "The currency is none of ISO 4217.",
                    content: '{"currency":"EURO"}',
                    at: at(31),
                    origin: "sqs:1",
                },
            ],
        },
        queues: [
            { name: "bulk", isDeadLetters: false, ready: 12, taken: 10 },
            { name: "bulk-dead", isDeadLetters: true, ready: 1, taken: 0 },
        ],
        parked: [
            { queue: "bulk-dead", state: "waits", count: 2, cause: "The endpoint did not answer." },
            { queue: "screened-dead", state: "never", count: 1, cause: "It held a card number." },
        ],
        model: {
            scores: [
                { from: 0, transactions: 3500, alerts: 0 },
                { from: 0.9, transactions: 100, alerts: 74 },
            ],
            byChannel: [{ channel: "instant", transactions: 900, alerts: 40 }],
            decided: { fraud: 1, legitimate: 1, open: 2 },
            quality: { alerts: 74, fraudAlerted: 71, fraud: 84 },
            report: [{ scorer: "model", averagePrecision: 0.939, recall: 0.824, precision: 0.939 }],
            registry: {
                serving: "version 1",
                versions: [
                    { version: 2, state: "waits", proposedAt: at(40), serves: false },
                    { version: 1, state: "approved", proposedAt: at(5), serves: true, by: "c.weber" },
                ],
            },
        },
        exchange: {
            sets: [
                {
                    set: "customer-risk-ratings",
                    rows: 203,
                    run: "0380eea0-1111-4222-8333-444444444444",
                    completedAt: at(1),
                },
                { set: "sanctions-list", rows: 1200, run: "1490ffb1-1111-4222-8333-444444444444", completedAt: at(2) },
            ],
            lacking: ["device-reputation"],
            withSets: 3590,
            doubtful: 10,
        },
        guardrails: {
            rules: 156,
            resources: 602,
            seconds: 1.2,
            findings: [
                {
                    rule: "sqs-encrypted",
                    severity: "high",
                    status: "excepted",
                    resource: "urn:pulumi:local::compliance-platform::aws:sqs/queue:Queue::bulk",
                    message: "kmsMasterKeyId is absent: name a key of the platform.",
                },
            ],
        },
        unread: [],
        ...more,
    };
}
