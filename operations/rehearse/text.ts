import { wrapped } from "../cli/wrapped.ts";
import type { Outcome } from "./outcome.ts";
import type { Looked, Rehearsal } from "./rehearsal.ts";

/** One word for a step, such as `2 would fail`. */
export function wordFor({ outcomes }: Looked): string {
    const count = (state: Outcome["state"]) => outcomes.filter((one) => one.state === state).length;
    if (count("fails") > 0) return `${count("fails")} would fail`;
    return count("left") > 0 ? "cannot be checked here" : "done";
}

export function asText({ stack, steps }: Rehearsal): string {
    const lines = steps.flatMap(({ check, outcomes }) => [
        check,
        ...outcomes.flatMap(linesOf).map((line) => `  ${line}`),
    ]);
    return wrapped(`Before ${stack} is deployed\n\n${lines.join("\n")}\n\n${sum(steps)}\n`);
}

function linesOf(outcome: Outcome): string[] {
    if (outcome.state === "done") return [`done: ${outcome.says}`];
    if (outcome.state === "fails") {
        return [`WOULD FAIL: ${outcome.what} ${outcome.value}`.trimEnd(), ...indented(outcome.fix)];
    }
    return [`cannot be checked here: ${outcome.why}`, ...indented(outcome.instead)];
}

function indented(text = ""): string[] {
    return text === "" ? [] : text.split("\n").map((line) => `  ${line}`);
}

function sum(steps: readonly Looked[]): string {
    const states = steps.flatMap(({ outcomes }) => outcomes.map(({ state }) => state));
    const count = (state: Outcome["state"]) => states.filter((one) => one === state).length;
    if (count("fails") > 0) return `${count("fails")} would fail, ${count("left")} cannot be checked here.`;
    if (count("left") > 0) return `Nothing that was looked at would fail; ${count("left")} cannot be checked here.`;
    return "Nothing would fail.";
}
