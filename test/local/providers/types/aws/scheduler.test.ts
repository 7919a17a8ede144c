import { adds, refuses } from "../../support/type-tests.ts";

const HERE = "arn:aws:scheduler:eu-west-1:111122223333";
const target = {
    arn: "arn:aws:states:eu-west-1:111122223333:stateMachine:batch",
    roleArn: "arn:aws:iam::111122223333:role/start",
};
const good = { scheduleExpression: "rate(60 minutes)", flexibleTimeWindow: { mode: "OFF" }, target };
const SCHEDULE = "aws:scheduler/schedule:Schedule";
const GROUP = "aws:scheduler/scheduleGroup:ScheduleGroup";

describe("the table of scheduler", () => {
    adds([
        {
            type: SCHEDULE,
            inputs: { ...good, name: "hourly", groupName: "batch" },
            id: "batch/hourly",
            outputs: { arn: `${HERE}:schedule/batch/hourly`, state: "ENABLED", scheduleExpressionTimezone: "UTC" },
        },
        {
            type: SCHEDULE,
            inputs: { ...good, name: "hourly" },
            id: "default/hourly",
            outputs: { groupName: "default", arn: `${HERE}:schedule/default/hourly` },
        },
        {
            type: GROUP,
            inputs: { name: "batch" },
            id: "batch",
            outputs: { arn: `${HERE}:schedule-group/batch`, state: "ACTIVE" },
        },
    ]);

    refuses([
        {
            type: SCHEDULE,
            good,
            bad: [
                [{ name: "s".repeat(65) }, "name must have at most 64 characters"],
                [{ scheduleExpression: "rate(1 minutes)" }, "scheduleExpression must be a rate, cron or at expression"],
                [{ scheduleExpression: "rate(2 minute)" }, "scheduleExpression must"],
                [{ scheduleExpression: "every hour" }, "scheduleExpression must"],
                [{ flexibleTimeWindow: {} }, "flexibleTimeWindow.mode is required"],
                [{ flexibleTimeWindow: { mode: "ON" } }, "flexibleTimeWindow.mode must be one of OFF, FLEXIBLE"],
                [
                    { flexibleTimeWindow: { mode: "FLEXIBLE" } },
                    "flexibleTimeWindow.maximumWindowInMinutes is required when the mode is FLEXIBLE",
                ],
                [
                    { flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 1441 } },
                    "flexibleTimeWindow.maximumWindowInMinutes must",
                ],
                [{ target: { arn: target.arn } }, "target.roleArn is required"],
                [{ target: { ...target, arn: "batch" } }, "target.arn must be an ARN"],
                [{ target: { ...target, roleArn: "start" } }, "target.roleArn must be the ARN of a role"],
                [
                    { target: { ...target, retryPolicy: { maximumRetryAttempts: 186 } } },
                    "target.retryPolicy.maximumRetryAttempts must",
                ],
                [
                    { target: { ...target, retryPolicy: { maximumEventAgeInSeconds: 59 } } },
                    "target.retryPolicy.maximumEventAgeInSeconds must",
                ],
                [{ state: "ON" }, "state must be one of ENABLED, DISABLED"],
                [{ actionAfterCompletion: "STOP" }, "actionAfterCompletion must be one of NONE, DELETE"],
                [{ description: "d".repeat(513) }, "description must have at most 512 characters"],
            ],
        },
        { type: GROUP, good: { name: "batch" }, bad: [[{ name: "a group" }, "name must be made of"]] },
    ]);
});
