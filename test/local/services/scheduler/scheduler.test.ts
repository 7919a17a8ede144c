import assert from "node:assert/strict";
import { SCHEDULE, type Schedule, scheduleOf } from "../../../../local/services/scheduler/schedule.ts";
import { type Fired, Scheduler } from "../../../../local/services/scheduler/scheduler.ts";
import { thePlatform } from "../../../support/infra-parts.ts";
import { everything } from "../../../support/mocks.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const stored = (changes: object = {}) => ({
    id: "balance-group/balance-1",
    name: "balance",
    outputs: { groupName: "balance-group" },
    inputs: {
        scheduleExpression: "rate(60 minutes)",
        target: {
            arn: "arn:aws:states:eu-west-1:1:stateMachine:balance",
            roleArn: "arn:aws:iam::1:role/path/balance-start",
            input: '{"workflow":"balance"}',
            retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
        },
        ...changes,
    },
});

/** A scheduler whose targets fail as often as `failures` says; by a clock that only the test moves. */
function world(changes: Partial<Schedule> = {}, failures = 0) {
    let left = failures;
    const delivered: number[] = [];
    const counted: string[] = [];
    let now = 0;
    const scheduler = new Scheduler({
        schedules: async () => [{ ...scheduleOf(stored()), ...changes }],
        async deliver() {
            if (left-- > 0) throw new Error("StateMachineDoesNotExist");
            delivered.push(now);
        },
        count: async (metric, group) => void counted.push(`${group} ${metric}`),
    });
    const at = (time: number): Promise<Fired[]> => {
        now = time;
        return scheduler.advance(time);
    };
    return { at, delivered, counted };
}

describe("the local scheduler", () => {
    it("starts what is due when a period is over since the first look, and then each period", async () => {
        const { at, delivered, counted } = world();
        const fired: string[] = [];
        for (let minute = 0; minute <= 200; minute += 10) {
            for (const { schedule, outcome } of await at(minute * MINUTE))
                fired.push(`${minute} ${schedule} ${outcome}`);
        }
        assert.deepEqual(fired, ["60 balance started", "120 balance started", "180 balance started"]);
        assert.deepEqual(delivered, [HOUR, 2 * HOUR, 3 * HOUR]);
        assert.deepEqual(
            counted,
            Array.from({ length: 3 }, () => "balance-group InvocationAttemptCount"),
        );
    });

    it("makes up once for what was due while nobody looked, and keeps to the rhythm", async () => {
        const { at, delivered } = world();
        for (const time of [0, 5.5 * HOUR, 5.9 * HOUR, 6 * HOUR]) await at(time);
        assert.deepEqual(delivered, [5.5 * HOUR, 6 * HOUR]);
    });

    it("tries again what could not be started, and waits longer each time", async () => {
        const { at, delivered, counted } = world({}, 2);
        await at(0);
        const [failed] = await at(HOUR);
        assert.deepEqual(failed, { schedule: "balance", outcome: "failed", reason: "StateMachineDoesNotExist" });
        assert.deepEqual(await at(HOUR + 999), []);
        assert.deepEqual(
            (await at(HOUR + 1000)).map(({ outcome }) => outcome),
            ["failed"],
        );
        assert.deepEqual(await at(HOUR + 2999), []);
        assert.deepEqual(
            (await at(HOUR + 3000)).map(({ outcome }) => outcome),
            ["started"],
        );
        assert.deepEqual(delivered, [HOUR + 3000]);
        assert.ok(!counted.includes("balance-group InvocationDroppedCount"));
    });

    for (const { title, changes } of [
        { title: "as often as its policy says", changes: {} },
        { title: "for as long as its policy says", changes: { retry: { attempts: 185, maxAgeMs: 6000 } } },
    ]) {
        it(`gives up what it could not start ${title}, tells the alarm's metric, and begins anew in the next period`, async () => {
            const { at, delivered, counted } = world(changes, 4);
            const outcomes: string[] = [];
            for (const time of [0, HOUR, HOUR + 1000, HOUR + 3000, HOUR + 7000, HOUR + 20_000, 2 * HOUR]) {
                outcomes.push(...(await at(time)).map(({ outcome }) => outcome));
            }
            const expected = title.includes("often")
                ? ["failed", "failed", "failed", "dropped", "started"]
                : ["failed", "failed", "dropped", "failed"];
            assert.deepEqual(outcomes, expected);
            assert.equal(counted.filter((one) => one === "balance-group InvocationDroppedCount").length, 1);
            assert.equal(delivered.length, outcomes.filter((one) => one === "started").length);
        });
    }

    it("starts nothing by a schedule that is switched off", async () => {
        const { at, delivered } = world({ isOn: false });
        for (const time of [0, HOUR, 2 * HOUR]) await at(time);
        assert.deepEqual(delivered, []);
    });

    it("refuses an expression that it does not know, by the schedule's name", () => {
        assert.throws(() => scheduleOf(stored({ scheduleExpression: "cron(0 6 * * ? *)" })), {
            name: "UnknownScheduleError",
            message: "balance: the local scheduler knows rates only, not cron(0 6 * * ? *)",
        });
    });

    for (const stack of ["local", "prod"]) {
        it(`knows every schedule that the stack ${stack} has`, async () => {
            await thePlatform(stack);
            const schedules = everything().filter(({ type }) => type === SCHEDULE);
            assert.ok(schedules.length > 0);
            for (const { name, inputs } of schedules) {
                const { everyMs, target } = scheduleOf({ id: `${name}/${name}`, name, inputs, outputs: {} } as never);
                assert.ok(everyMs >= MINUTE, name);
                assert.match(target.arn, /^arn:(?:aws:)?(?:sfn|states|lambda):/);
            }
        });
    }

    it("reads of a schedule what it starts, by which role, how often, and how long it tries", () => {
        assert.deepEqual(scheduleOf(stored({ state: "DISABLED" })), {
            name: "balance",
            group: "balance-group",
            everyMs: HOUR,
            target: {
                arn: "arn:aws:states:eu-west-1:1:stateMachine:balance",
                roleArn: "arn:aws:iam::1:role/path/balance-start",
                input: '{"workflow":"balance"}',
            },
            retry: { attempts: 3, maxAgeMs: HOUR },
            isOn: false,
        });
    });
});
