import assert from "node:assert/strict";
import { RUNBOOKS, type Runbook } from "../../../infra/alerts/runbooks.ts";
import { isRaised, type Reported } from "../../support/alarm-state.ts";
import { thePlatform } from "../../support/infra-parts.ts";
import { type Created, everything } from "../../support/mocks.ts";

/** What the clouds' own services raise: this model is of CloudWatch. */
const ELSEWHERE: readonly Runbook[] = ["cost-over-budget", "factory-run-failed"];

const times = (count: number, value: number) => Array.from({ length: count }, () => value);

/** What is reported in trouble, and in the closest thing to it that nobody needs to hear of. */
const STORIES: Partial<Record<Runbook, { trouble: Reported[]; bearable: Reported[] }>> = {
    "alerts-undelivered": {
        trouble: [{ NumberOfNotificationsFailed: [1] }],
        bearable: [{ NumberOfNotificationsFailed: [0] }],
    },
    "dashboard-broken": {
        trouble: [{ VisualLoadErrorCount: [5] }],
        bearable: [{ VisualLoadErrorCount: [4] }],
    },
    "dashboard-not-refreshed": { trouble: [{ IngestionErrorCount: [1] }], bearable: [{ IngestionErrorCount: [0] }] },
    "dead-letters-received": {
        trouble: [{ NumberOfMessagesReceived: [1] }],
        bearable: [{ NumberOfMessagesReceived: [0] }],
    },
    "dead-letters-stuck": {
        trouble: [{ ApproximateNumberOfMessagesVisible: times(15, 1) }],
        bearable: [{ ApproximateNumberOfMessagesVisible: [0, ...times(14, 1)] }],
    },
    "endpoint-at-capacity": {
        trouble: [{ Invocations: times(15, 6400), InvocationsPerInstance: times(15, 800) }],
        bearable: [
            // Seven machines of eight, each with what was planned.
            { Invocations: times(15, 4200), InvocationsPerInstance: times(15, 600) },
            { Invocations: [0, ...times(14, 6400)], InvocationsPerInstance: [0, ...times(14, 800)] },
        ],
    },
    "endpoint-errors": {
        trouble: [{ Invocation5XXErrors: [0.05, 0.05], Invocation4XXErrors: [0.05, 0.05] }],
        bearable: [
            { Invocation5XXErrors: [0.04, 0.04], Invocation4XXErrors: [0.04, 0.04] },
            { Invocation5XXErrors: [0, 1], Invocation4XXErrors: [0, 1] },
        ],
    },
    "endpoint-exhausted": {
        // Of four processors.
        trouble: [{ CPUUtilization: times(5, 340), MemoryUtilization: times(5, 85), DiskUtilization: times(5, 85) }],
        bearable: [
            { CPUUtilization: times(5, 339), MemoryUtilization: times(5, 84), DiskUtilization: times(5, 84) },
            { CPUUtilization: [400], MemoryUtilization: [100], DiskUtilization: [100] },
        ],
    },
    "endpoint-idle": {
        trouble: [{ scored: [1, 1, 1] }, { scored: [9, 9, 9], Invocations: [0, 0, 0] }],
        bearable: [{ Invocations: [9, 9, 9] }, { scored: [9, 9, 9], Invocations: [0, 1, 0] }],
    },
    "endpoint-slow": {
        // In microseconds.
        trouble: [{ ModelLatency: times(3, 1_500_000), OverheadLatency: times(3, 1_500_000) }],
        bearable: [{ ModelLatency: times(3, 1_499_999), OverheadLatency: [0, 2_000_000, 2_000_000] }],
    },
    "exchange-failing": { trouble: [{ "5xx": [1], Latency: [20_000] }], bearable: [{ "5xx": [0], Latency: [900] }] },
    "exchange-refused": { trouble: [{ "4xx": [10] }], bearable: [{ "4xx": [9] }] },
    "supplementary-stale": {
        trouble: [{}, { completed: times(26, 0) }],
        bearable: [{ completed: [1, ...times(25, 0)] }, { completed: [1] }],
    },
    "function-errors": { trouble: [{ Errors: [1] }], bearable: [{ Errors: [0] }] },
    "function-slow": { trouble: [{ Duration: [899_000] }], bearable: [{ Duration: [28_000] }] },
    "function-throttled": { trouble: [{ Throttles: [1] }], bearable: [{ Throttles: [0] }] },
    "model-drift": { trouble: [{ largestDrift: [0.25] }], bearable: [{ largestDrift: [0.24] }] },
    "model-not-answering": {
        trouble: [{ scoredByRules: [1, 1, 1], leftToRules: [1] }],
        bearable: [{ scoredByRules: [0, 900, 900], leftToRules: [0], scored: [9, 9, 9] }],
    },
    "profiles-stale": {
        trouble: [{ profileAgeHours: [72] }],
        bearable: [{ profileAgeHours: [71] }],
    },
    "profiles-unreadable": {
        trouble: [{ profilesUnreadable: [1, 1, 1] }],
        bearable: [{ profilesUnreadable: [0, 9, 9] }],
    },
    "queue-backlog": {
        trouble: [{ ApproximateNumberOfMessagesVisible: times(5, 100_000) }],
        bearable: [{ ApproximateNumberOfMessagesVisible: [0, ...times(4, 100_000)] }],
    },
    "queue-oldest": {
        trouble: [{ ApproximateAgeOfOldestMessage: [1800] }],
        bearable: [{ ApproximateAgeOfOldestMessage: [119] }],
    },
    "load-failed": { trouble: [{ loadsFailed: [1] }], bearable: [{ loadsFailed: [0] }] },
    "scoring-stale": {
        trouble: [{ NumberOfMessagesSent: [9, 9, 9] }, { NumberOfMessagesSent: [1, 1, 1], scored: [0, 0, 0] }],
        bearable: [
            { NumberOfMessagesSent: [9, 9, 9], scored: [0, 1, 0] },
            // Arrived at the end of one third, scored in the next.
            { NumberOfMessagesSent: [0, 9, 0], scored: [0, 0, 9] },
            { scored: [9, 9, 9] },
        ],
    },
    "spice-nearly-full": {
        trouble: [{ SPICECapacityConsumedInMB: [800], SPICECapacityLimitInMB: [1000] }],
        bearable: [{ SPICECapacityConsumedInMB: [799], SPICECapacityLimitInMB: [1000] }],
    },
    "table-errors": { trouble: [{ SystemErrors: [1] }], bearable: [{ SystemErrors: [0] }] },
    "table-throttled": {
        trouble: [{ ReadThrottleEvents: [1] }, { WriteThrottleEvents: [1] }],
        bearable: [{ ReadThrottleEvents: [0], WriteThrottleEvents: [0] }],
    },
    "warehouse-busy": {
        // An average of half an hour, once in half an hour.
        trouble: [{ ComputeCapacity: [128] }],
        bearable: [{ ComputeCapacity: [127] }],
    },
    "warehouse-stale": {
        trouble: [{ NumberOfMessagesSent: [9, 9, 9] }, { NumberOfMessagesSent: [1, 1, 1], objectsLoaded: [0, 0, 0] }],
        bearable: [
            { NumberOfMessagesSent: [9, 9, 9], objectsLoaded: [0, 1, 0] },
            // Arrived at the end of one third, loaded in the next.
            { NumberOfMessagesSent: [0, 9, 0], objectsLoaded: [0, 0, 9] },
        ],
    },
    "warehouse-usage": { trouble: [{ ComputeSeconds: [320 * 3600] }], bearable: [{ ComputeSeconds: [319 * 3600] }] },
    "worker-attempts-failed": {
        trouble: [{ failed: [3], lost: [1] }],
        bearable: [{ failed: [2], lost: [0] }],
    },
    "worker-silent": {
        trouble: [{ InvocationDroppedCount: [1] }],
        bearable: [{ Invocations: [0, 1], InvocationDroppedCount: [0] }],
    },
    "workflow-failed": { trouble: [{ ExecutionsFailed: [1] }], bearable: [{ ExecutionsFailed: [0] }] },
    "workflow-late": { trouble: [{ ExecutionsTimedOut: [1] }], bearable: [{ ExecutionsTimedOut: [0] }] },
    "trends-at-capacity": {
        trouble: [{ CPUAllocated: times(12, 256) }],
        // Room for one more worker, or a ceiling that was left within the hour.
        bearable: [{ CPUAllocated: times(12, 252) }, { CPUAllocated: [0, ...times(11, 256)] }],
    },
    "trends-failed": { trouble: [{ FailedJobs: [1] }], bearable: [{ FailedJobs: [0] }] },
    "workflow-missing": {
        // What was dropped has not begun either.
        trouble: [{ InvocationDroppedCount: [1] }],
        bearable: [{ ExecutionsStarted: [1, 0] }, { ExecutionsStarted: [1] }],
    },
    "workflow-stale": {
        trouble: [{}, { ExecutionsFailed: [1, 1, 1] }, { ExecutionsSucceeded: Array.from({ length: 99 }, () => 0) }],
        bearable: [{ ExecutionsSucceeded: [1, 0, 0] }],
    },
};

async function alarmsOf(stack: string): Promise<Created[]> {
    await thePlatform(stack);
    return everything().filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm");
}

describe("the alarms", () => {
    // Two platforms.
    let alarms: readonly Created[];
    before(async () => {
        // Between them they have every orchestrator.
        const production = await alarmsOf("prod");
        const known = new Set(production.map(({ name }) => name));
        alarms = [...production, ...(await alarmsOf("dev")).filter(({ name }) => !known.has(name))];
    });
    const of = (runbook: string) =>
        alarms.filter(({ inputs }) => String(inputs.alarmDescription).endsWith(`/${runbook}.md`));
    const raised = (runbook: string, reported: Reported) =>
        of(runbook).filter(({ inputs }) => isRaised(inputs, reported));

    for (const runbook of RUNBOOKS.filter((name) => !ELSEWHERE.includes(name))) {
        const { trouble = [], bearable = [] } = STORIES[runbook] ?? {};

        it(`of the runbook ${runbook} are raised by trouble, and only by that`, () => {
            assert.ok(of(runbook).length > 0 && trouble.length > 0 && bearable.length > 0);
            for (const reported of trouble) assert.equal(raised(runbook, reported).length, of(runbook).length);
            for (const reported of bearable) assert.deepEqual(raised(runbook, reported), []);
        });
    }

    it("say nothing of a platform that has nothing to do but what it does by the clock", () => {
        const runs = { ExecutionsStarted: [1], ExecutionsSucceeded: [1], completed: [1] };
        const byTheClock = { ...runs, Invocations: [5, 5] };
        assert.deepEqual(
            alarms.filter(({ inputs }) => isRaised(inputs, byTheClock)),
            [],
        );
    });
});
