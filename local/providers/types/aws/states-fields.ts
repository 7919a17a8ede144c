import { isObject, type Properties, type Value } from "../../../store/value.ts";

/** Fields of each type of state, beside those that all have: https://states-language.net/spec.html#state-types */
const COMMON = ["Assign", "Comment", "InputPath", "Output", "OutputPath", "QueryLanguage", "Type"];
const FLOW = ["End", "Next"];
const WORK = ["Arguments", "Catch", "Parameters", "ResultPath", "ResultSelector", "Retry"];
const FIELDS: Readonly<Record<string, readonly string[]>> = {
    Choice: ["Choices", "Default"],
    Fail: ["Cause", "CausePath", "Error", "ErrorPath"],
    Map: [
        ...[...FLOW, ...WORK, "ItemBatcher", "ItemProcessor", "ItemReader", "ItemSelector", "Items", "ItemsPath"],
        ...["Iterator", "Label", "MaxConcurrency", "MaxConcurrencyPath", "ResultWriter"],
        ...["ToleratedFailureCount", "ToleratedFailureCountPath"],
        ...["ToleratedFailurePercentage", "ToleratedFailurePercentagePath"],
    ],
    Parallel: [...FLOW, ...WORK, "Branches"],
    Pass: [...FLOW, "Parameters", "Result", "ResultPath"],
    Succeed: [],
    Task: [
        ...[...FLOW, ...WORK, "Credentials", "HeartbeatSeconds", "HeartbeatSecondsPath", "Resource"],
        ...["TimeoutSeconds", "TimeoutSecondsPath"],
    ],
    Wait: [...FLOW, "Seconds", "SecondsPath", "Timestamp", "TimestampPath"],
};
const RESOURCE = /^arn:[\w-]+:(lambda|states):[^:]*:(\d{12})?:.+$/;
const INTEGRATION = /^arn:[\w-]+:states:::([\w-]+):(\w+)/;
/** Calls of services that Step Functions knows by itself: https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html */
const INTEGRATIONS: Readonly<Record<string, readonly string[]>> = {
    athena: ["getQueryExecution", "getQueryResults", "startQueryExecution", "stopQueryExecution"],
    dynamodb: ["deleteItem", "getItem", "putItem", "updateItem"],
    "emr-serverless": [
        ...["cancelJobRun", "createApplication", "deleteApplication"],
        ...["startApplication", "startJobRun", "stopApplication"],
    ],
    events: ["putEvents"],
    glue: ["startJobRun"],
    lambda: ["invoke"],
    sns: ["publish"],
    sqs: ["sendMessage"],
    states: ["startExecution"],
};
const MOST_SECONDS = 99_999_999;

/** Why Step Functions takes no such state by what stands inside it alone. */
export function fieldFault(name: string, state: Properties): string | undefined {
    const wrong = ownFault(state) ?? retryFault(state.Retry) ?? catchFault(state.Catch) ?? pathFault(state.Parameters);
    return wrong === undefined ? undefined : `has the state ${name}, ${wrong}`;
}

function ownFault({
    Type,
    Next,
    End,
    Resource,
    TimeoutSeconds,
    HeartbeatSeconds,
    ...rest
}: Properties): string | undefined {
    const known = [...COMMON, ...(FIELDS[String(Type)] ?? [])];
    const odd = Object.keys(rest).find((field) => !known.includes(field));
    if (odd !== undefined) return `whose type ${Type} has no field ${odd}`;
    const paths = ["InputPath", "OutputPath", "ResultPath", "ItemsPath"];
    const path = paths.find((field) => typeof rest[field] === "string" && !String(rest[field]).startsWith("$"));
    if (path !== undefined) return `whose ${path} must be a path that begins with $, got ${rest[path]}`;
    if (Type === "Parallel" && list(rest.Branches).length === 0) return "which has no Branches";
    if (Next !== undefined && End === true) return "which both ends and goes on";
    if (Type === "Task" && !RESOURCE.test(String(Resource))) {
        return `whose Resource must be the ARN of a task, got ${Resource}`;
    }
    const [, service = "", call = ""] = INTEGRATION.exec(String(Resource)) ?? [];
    const calls = INTEGRATIONS[service];
    if (calls !== undefined && !calls.includes(call)) {
        return `whose Resource must be one of ${calls.join(", ")} of ${service}, got ${call}`;
    }
    for (const [field, seconds] of Object.entries({ TimeoutSeconds, HeartbeatSeconds })) {
        if (seconds !== undefined && !whole(seconds, 1))
            return `whose ${field} must be 1 or more seconds, got ${seconds}`;
    }
    return TimeoutSeconds !== undefined &&
        HeartbeatSeconds !== undefined &&
        Number(HeartbeatSeconds) >= Number(TimeoutSeconds)
        ? `whose HeartbeatSeconds must be less than its ${TimeoutSeconds} TimeoutSeconds, got ${HeartbeatSeconds}`
        : undefined;
}

function retryFault(retry: Value | undefined): string | undefined {
    for (const one of list(retry)) {
        const { BackoffRate = 2, IntervalSeconds = 1, MaxAttempts = 3 } = one;
        if (!(Number(BackoffRate) >= 1)) return `whose BackoffRate must be 1 or more, got ${BackoffRate}`;
        if (!whole(IntervalSeconds, 1)) return `whose IntervalSeconds must be 1 or more, got ${IntervalSeconds}`;
        if (!whole(MaxAttempts, 0)) return `whose MaxAttempts must be a whole number, got ${MaxAttempts}`;
    }
    return errorsFault(retry, "Retry");
}

function catchFault(caught: Value | undefined): string | undefined {
    const without = list(caught).find(({ Next }) => typeof Next !== "string");
    return without === undefined ? errorsFault(caught, "Catch") : "whose Catch does not say what is next";
}

/** `States.ALL` stands alone, and last. */
function errorsFault(handlers: Value | undefined, where: string): string | undefined {
    const all = list(handlers);
    for (const [index, { ErrorEquals }] of all.entries()) {
        if (!Array.isArray(ErrorEquals) || ErrorEquals.length === 0) {
            return `whose ${where} must have a list of ErrorEquals, got ${JSON.stringify(ErrorEquals)}`;
        }
        if (!ErrorEquals.includes("States.ALL")) continue;
        if (ErrorEquals.length > 1) return `whose ${where} has other errors beside States.ALL`;
        if (index < all.length - 1) return `whose ${where} has more after States.ALL`;
    }
    return undefined;
}

/** A field whose name ends in `.$` holds a path or a function. */
function pathFault(given: Value | undefined): string | undefined {
    if (Array.isArray(given)) return given.map(pathFault).find((wrong) => wrong !== undefined);
    if (!isObject(given)) return undefined;
    for (const [name, value] of Object.entries(given)) {
        if (!name.endsWith(".$")) {
            const wrong = pathFault(value);
            if (wrong !== undefined) return wrong;
        } else if (!/^(\$|States\.\w+\()/.test(String(value))) {
            return `whose ${name} must be a path that begins with $, got ${value}`;
        }
    }
    return undefined;
}

function whole(value: Value, least: number): boolean {
    return Number.isInteger(value) && Number(value) >= least && Number(value) <= MOST_SECONDS;
}

function list(value: Value | undefined): Properties[] {
    return Array.isArray(value) ? value.filter(isObject) : [];
}
