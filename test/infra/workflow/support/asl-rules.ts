import { createRequire } from "node:module";
import type { State, StateMachine } from "../../../../infra/workflow/state-machine-definition.ts";

/** The published schema of the language, and what the schema cannot say: states that nothing leads to, or twice. */
const validate: (definition: object) => { errorsText(separator: string): string; isValid: boolean } = createRequire(
    import.meta.url,
)("asl-validator");

/** What the schema of the Amazon States Language refuses of a definition. Takes a third of a second. */
export function schemaFaults(machine: StateMachine): string[] {
    // It writes into what it is given.
    const { isValid, errorsText } = validate(structuredClone(machine));
    return isValid ? [] : errorsText("\n").split("\n");
}

const RETRIER = ["ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy"];

/** What Step Functions would refuse of a definition although its schema does not. */
export function serviceFaults(machine: StateMachine): string[] {
    const size = Buffer.byteLength(JSON.stringify(machine));
    return [
        // A definition may have 1 MB.
        ...(size > 1_048_576 ? [`the definition has ${size} bytes`] : []),
        ...stateFaults(machine),
    ];
}

function stateFaults({ States }: StateMachine): string[] {
    return Object.entries(States).flatMap(([name, state]) => [
        ...timeFaults(state).map((fault) => `${name} ${fault}`),
        ...((state.Retry ?? []) as Record<string, unknown>[]).flatMap(retrierFaults).map((fault) => `${name} ${fault}`),
        ...(state.Type === "Choice" && (state.Next ?? state.End) !== undefined ? [`${name} leads on by itself`] : []),
        ...((state.Branches ?? []) as StateMachine[]).flatMap(stateFaults),
    ]);
}

function timeFaults({ TimeoutSeconds }: State): string[] {
    const fits = TimeoutSeconds === undefined || Number(TimeoutSeconds) <= 99_999_999;
    return fits ? [] : [`cannot time out after ${TimeoutSeconds} seconds`];
}

function retrierFaults(retrier: Record<string, unknown>): string[] {
    const { IntervalSeconds = 1, BackoffRate = 2 } = retrier;
    return [
        ...Object.keys(retrier).flatMap((key) => (RETRIER.includes(key) ? [] : [`retries by the unknown ${key}`])),
        ...(Number.isInteger(IntervalSeconds) && Number(IntervalSeconds) >= 1
            ? []
            : [`cannot wait for ${IntervalSeconds} seconds`]),
        ...(Number(BackoffRate) >= 1 ? [] : [`cannot back off by ${BackoffRate}`]),
    ];
}
