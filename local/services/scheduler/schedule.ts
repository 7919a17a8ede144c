import type { StoredResource } from "../../store/store.ts";

export const SCHEDULE = "aws:scheduler/schedule:Schedule";

/** A schedule as it is provisioned. */
export interface Schedule {
    name: string;
    /** Its group, under which CloudWatch reports on it. */
    group: string;
    everyMs: number;
    target: { arn: string; roleArn: string; input: string };
    /** How often, and for how long, a start that failed is tried again. */
    retry: { attempts: number; maxAgeMs: number };
    isOn: boolean;
}

/** The local scheduler does not know what a schedule asks for. */
export class UnknownScheduleError extends Error {
    override readonly name = "UnknownScheduleError";
}

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
/** What AWS does where the schedule says nothing. */
const RETRY = { maximumRetryAttempts: 185, maximumEventAgeInSeconds: 86_400 };

/** What a resource of the store says. Of the expressions only rates are known: the program has no other. */
export function scheduleOf({
    id,
    name: logical,
    inputs,
    outputs,
}: Pick<StoredResource, "id" | "name" | "inputs" | "outputs">): Schedule {
    const { scheduleExpression, state = "ENABLED", groupName } = { ...outputs, ...inputs } as Record<string, unknown>;
    const [, count, unit = ""] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(String(scheduleExpression)) ?? [];
    const unitMs = UNITS[unit];
    if (unitMs === undefined) {
        throw new UnknownScheduleError(`${logical}: the local scheduler knows rates only, not ${scheduleExpression}`);
    }
    const target = inputs.target as Record<string, unknown>;
    const retry = { ...RETRY, ...(target.retryPolicy as Partial<typeof RETRY> | undefined) };
    return {
        name: logical,
        group: String(groupName ?? id.split("/")[0]),
        everyMs: Number(count) * unitMs,
        target: { arn: String(target.arn), roleArn: String(target.roleArn), input: String(target.input ?? "{}") },
        retry: { attempts: retry.maximumRetryAttempts, maxAgeMs: retry.maximumEventAgeInSeconds * 1000 },
        isOn: state === "ENABLED",
    };
}
