import type { DefinedObject } from "./datapipeline-object.ts";

/** Required fields of the types that we know, from the Pipeline Object Reference; a list in a list means one of these. */
const REQUIRED: Record<string, readonly (string | readonly string[])[]> = {
    Schedule: ["period", ["startAt", "startDateTime"]],
    SnsAlarm: ["message", "role", "subject", "topicArn"],
    Terminate: [],
    ShellCommandActivity: [
        ["command", "scriptUri"],
        ["runsOn", "workerGroup"],
    ],
    Ec2Resource: ["role", "resourceRole"],
};

const PERIOD = /^(\d+) (minute|hour|day|week|month)s?$/i;
const MINUTES: Record<string, number> = { minute: 1, hour: 60, day: 1440, week: 10_080, month: 40_320 };

/** Values of a field, by its name. */
const VALUES: Record<string, (text: string) => string | undefined> = {
    maximumRetries: (text) => (/^[0-5]$/.test(text) ? undefined : `must be 0 to 5, got ${text}`),
    retryDelay: (text) => atLeast(text, 2),
    period: (text) => atLeast(text, 15),
    attemptTimeout: (text) => atLeast(text, 1),
    lateAfterTimeout: (text) => atLeast(text, 1),
    failureAndRerunMode: (text) => among(text, ["CASCADE", "NONE"]),
    scheduleType: (text) => among(text, ["cron", "ondemand", "timeseries"]),
    startAt: (text) => among(text, ["FIRST_ACTIVATION_DATE_TIME"]),
    maxActiveInstances: (text) => (/^[1-5]$/.test(text) ? undefined : `must be 1 to 5, got ${text}`),
    // The service looks for roles by their names, and knows no path: its guide, "IAM Roles for AWS Data Pipeline".
    role: (text) => roleName(text),
    resourceRole: (text) => roleName(text),
    topicArn: (text) => (/^arn:aws[\w-]*:sns:/.test(text) ? undefined : `must be the ARN of a topic, got ${text}`),
};

/** What an object lacks, own fields and those of Default together. */
export function missingFields(object: DefinedObject, objects: readonly DefinedObject[]): string | undefined {
    const type = object.fields.find(({ key }) => key === "type")?.text;
    if (object.id === "Default") return undefined;
    const required = REQUIRED[type ?? ""];
    if (required === undefined) return `has the type ${type}, which the stand-in does not know`;
    const inherited = objects.find(({ id }) => id === "Default")?.fields ?? [];
    const keys = new Set([...object.fields, ...inherited].map(({ key }) => key));
    const missing = required.find((one) =>
        typeof one === "string" ? !keys.has(one) : !one.some((key) => keys.has(key)),
    );
    if (missing === undefined) return undefined;
    return `${type} must have ${typeof missing === "string" ? missing : missing.join(" or ")}`;
}

export function valueFaults({ fields }: DefinedObject): string | undefined {
    for (const { key, text } of fields) {
        // What an expression gives is only known at run time.
        if (text === undefined || text.startsWith("#{")) continue;
        const fault = VALUES[key]?.(text);
        if (fault !== undefined) return `${key} ${fault}`;
    }
    return undefined;
}

function atLeast(text: string, least: number): string | undefined {
    const [, count = "", unit = ""] = PERIOD.exec(text) ?? [];
    const minutes = Number(count) * (MINUTES[unit.toLowerCase()] ?? Number.NaN);
    return minutes >= least
        ? undefined
        : `must be a period of ${least} minutes or more such as "15 Minutes", got ${text}`;
}

function roleName(text: string): string | undefined {
    return /^[\w+=,.@-]{1,64}$/.test(text) ? undefined : `must be the name of a role, without a path, got ${text}`;
}

function among(text: string, choices: readonly string[]): string | undefined {
    return choices.some((one) => one.toLowerCase() === text.toLowerCase())
        ? undefined
        : `must be one of ${choices.join(", ")}, got ${text}`;
}
