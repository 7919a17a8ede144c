import type { State, StateMachine } from "../../../../infra/workflow/state-machine-definition.ts";

/** Fields that every state may have, and those of each type: states-language.net, with JSONPath. */
const COMMON = ["Type", "Comment"];
const FIELDS: Record<string, readonly string[]> = {
    Task: [
        ...["Resource", "Parameters", "ResultPath", "ResultSelector", "TimeoutSeconds", "HeartbeatSeconds"],
        ...["Retry", "Catch", "Next", "End", "InputPath", "OutputPath", "Credentials"],
    ],
    Parallel: ["Branches", "Parameters", "ResultPath", "ResultSelector", "Retry", "Catch", "Next", "End"],
    Pass: ["Result", "ResultPath", "Parameters", "Next", "End", "InputPath", "OutputPath"],
    Choice: ["Choices", "Default", "InputPath", "OutputPath"],
    Succeed: ["InputPath", "OutputPath"],
    Fail: ["Error", "Cause"],
};
const RETRIER = ["ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy"];

/** What Step Functions would refuse of a definition. */
export function aslFaults(machine: StateMachine): string[] {
    const names = allNames(machine);
    const repeated = names.filter((name, index) => names.indexOf(name) !== index);
    const size = Buffer.byteLength(JSON.stringify(machine));
    return [
        ...repeated.map((name) => `${name} names two states`),
        ...names.filter((name) => name.length > 80).map((name) => `${name} is longer than 80 characters`),
        // A definition may have 1 MB.
        ...(size > 1_048_576 ? [`the definition has ${size} bytes`] : []),
        ...machineFaults(machine),
    ];
}

function allNames({ States }: StateMachine): string[] {
    return Object.entries(States).flatMap(([name, state]) => [name, ...branchesOf(state).flatMap(allNames)]);
}

const branchesOf = (state: State) => (state.Branches ?? []) as StateMachine[];

function machineFaults({ StartAt, States }: StateMachine): string[] {
    const reached = new Set([StartAt, ...Object.values(States).flatMap(nextOf)]);
    const missing = [...reached].filter((name) => !Object.hasOwn(States, name));
    const unreached = Object.keys(States).filter((name) => !reached.has(name));
    return [
        ...missing.map((name) => `there is no state ${name}`),
        ...unreached.map((name) => `no state leads to ${name}`),
        ...Object.entries(States).flatMap(([name, state]) => stateFaults(state).map((fault) => `${name} ${fault}`)),
        ...Object.values(States).flatMap((state) => branchesOf(state).flatMap(machineFaults)),
    ];
}

function nextOf(state: State): string[] {
    const of = (key: string) => ((state[key] ?? []) as { Next: string }[]).map(({ Next }) => Next);
    const own = [state.Next, state.Default as string | undefined].filter((next) => next !== undefined);
    return [...own, ...of("Catch"), ...of("Choices")];
}

function stateFaults(state: State): string[] {
    const allowed = FIELDS[state.Type];
    if (allowed === undefined) return [`has the unknown type ${state.Type}`];
    const unknown = Object.keys(state).filter((key) => ![...COMMON, ...allowed].includes(key));
    const leads = [state.Next, state.End].filter((one) => one !== undefined).length;
    const ends = ["Choice", "Succeed", "Fail"].includes(state.Type);
    const undefinedValue = JSON.stringify(state) !== JSON.stringify(state, (_, value) => value ?? null);
    return [
        ...unknown.map((key) => `has the unknown field ${key}`),
        ...(leads === (ends ? 0 : 1)
            ? []
            : ["must have exactly one of Next and End, or neither if it ends the machine"]),
        ...(undefinedValue ? ["has a value that is undefined"] : []),
        ...(state.Type === "Choice" && ((state.Choices ?? []) as unknown[]).length === 0 ? ["has no choice"] : []),
        ...timeFaults(state),
        ...((state.Retry ?? []) as Record<string, unknown>[]).flatMap(retrierFaults),
    ];
}

function timeFaults({ TimeoutSeconds }: State): string[] {
    if (TimeoutSeconds === undefined) return [];
    const fits = Number.isInteger(TimeoutSeconds) && Number(TimeoutSeconds) > 0 && Number(TimeoutSeconds) <= 99_999_999;
    return fits ? [] : [`cannot time out after ${TimeoutSeconds} seconds`];
}

function retrierFaults(retrier: Record<string, unknown>): string[] {
    const { IntervalSeconds = 1, MaxAttempts = 3, BackoffRate = 2 } = retrier;
    const whole = (value: unknown, least: number) => Number.isInteger(value) && Number(value) >= least;
    return [
        ...Object.keys(retrier).flatMap((key) => (RETRIER.includes(key) ? [] : [`retries by the unknown ${key}`])),
        ...(whole(IntervalSeconds, 1) ? [] : [`cannot wait for ${IntervalSeconds} seconds`]),
        ...(whole(MaxAttempts, 0) ? [] : [`cannot be tried ${MaxAttempts} times`]),
        ...(Number(BackoffRate) >= 1 ? [] : [`cannot back off by ${BackoffRate}`]),
    ];
}
