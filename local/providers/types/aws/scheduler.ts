import { isObject, type Properties } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { longest, oneOf, pattern, range, required } from "../../checks/common.ts";
import type { NameRule } from "../../naming/name-rule.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { ARN, arn, regional, tagged } from "./common.ts";
import { scheduleFault } from "./schedule-expression.ts";
import { zoneFault } from "./time-zone.ts";

const NAME: NameRule = {
    property: "name",
    prefixProperty: "namePrefix",
    maxLength: 64,
    pattern: /^[\w.-]+$/,
    allowed: "letters, digits, _, . and -",
};

const EXPRESSION =
    /^(rate\((1 (minute|hour|day)|([2-9]|[1-9]\d+) (minutes|hours|days))\)|cron\((\S+ ){5}\S+\)|at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\))$/;

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const groupOf = (schedule: ResourceView) => schedule.text("groupName") || "default";

export const scheduler: TypeTable = {
    "aws:scheduler/scheduleGroup:ScheduleGroup": regional(
        tagged({
            name: NAME,
            id: (group) => group.physicalName,
            outputs: (group) => ({
                arn: arn(group, "scheduler", `schedule-group/${group.physicalName}`),
                state: "ACTIVE",
            }),
            replaceOn: ["name", "namePrefix"],
        }),
    ),
    "aws:scheduler/schedule:Schedule": regional({
        name: NAME,
        id: (schedule) => `${groupOf(schedule)}/${schedule.physicalName}`,
        outputs: (schedule) => ({
            arn: arn(schedule, "scheduler", `schedule/${groupOf(schedule)}/${schedule.physicalName}`),
            groupName: groupOf(schedule),
        }),
        defaults: { state: "ENABLED", scheduleExpressionTimezone: "UTC", actionAfterCompletion: "NONE" },
        replaceOn: ["name", "namePrefix", "groupName"],
        checks: [
            required("scheduleExpression", "flexibleTimeWindow.mode", "target.arn", "target.roleArn"),
            pattern("scheduleExpression", EXPRESSION, "a rate, cron or at expression such as rate(60 minutes)"),
            each("scheduleExpression", (given) => scheduleFault(String(given))),
            pattern("startDate", DATE, "a time such as 2026-12-01T00:00:00Z"),
            pattern("endDate", DATE, "a time such as 2026-12-01T00:00:00Z"),
            when(["target"], "target.input", inputFault),
            each("scheduleExpressionTimezone", zoneFault),
            pattern("target.arn", ARN, "an ARN"),
            pattern("target.roleArn", ARN, "the ARN of a role"),
            range("target.retryPolicy.maximumRetryAttempts", 0, 185),
            range("target.retryPolicy.maximumEventAgeInSeconds", 60, 86_400, "seconds"),
            range("flexibleTimeWindow.maximumWindowInMinutes", 1, 1440, "minutes"),
            oneOf("flexibleTimeWindow.mode", ["OFF", "FLEXIBLE"]),
            oneOf("state", ["ENABLED", "DISABLED"]),
            oneOf("actionAfterCompletion", ["NONE", "DELETE"]),
            longest("description", 512),
            when(["flexibleTimeWindow"], "flexibleTimeWindow.maximumWindowInMinutes", ({ flexibleTimeWindow }) => {
                const { mode, maximumWindowInMinutes: window } = (flexibleTimeWindow ?? {}) as Record<string, unknown>;
                return mode === "FLEXIBLE" && window === undefined
                    ? "is required when the mode is FLEXIBLE"
                    : undefined;
            }),
        ],
    }),
};

/** Functions, machines and buses take JSON alone: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Target.html */
function inputFault({ target }: Properties): string | undefined {
    const { arn: own, input } = (isObject(target) ? target : {}) as Properties;
    if (input === undefined || !/^arn:[\w-]+:(lambda|states|events):/.test(String(own))) return undefined;
    try {
        JSON.parse(String(input));
        return undefined;
    } catch {
        return "must be JSON for a target of this kind";
    }
}
