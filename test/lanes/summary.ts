import type { Outcome } from "./lane.ts";

/** Every failure whole, with the command that repeats it, and how many tests passed and failed. */
export function summaryLines(outcomes: readonly Outcome[], seconds: number, lanes: number): string[] {
    const failed = outcomes.filter(({ failures }) => failures.length > 0);
    const lines: string[] = [];
    let number = 0;
    for (const { file, failures, printed } of failed) {
        for (const { title, text, isTest } of failures) {
            number += 1;
            const only = isTest ? ` --fgrep ${quoted(title)}` : "";
            lines.push("", `  ${number}) ${text.trimEnd()}`, "", `     again: npm test -- ${file}${only}`);
        }
        if (printed.trim() !== "") lines.push("", `     printed while ${file} ran:`, ...indented(printed));
    }
    const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
    const pending = sum((outcome) => outcome.pending);
    const time = `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
    lines.push("", `  ${sum(({ passed }) => passed)} passing (${time}, ${lanes} lanes)`);
    if (pending > 0) lines.push(`  ${pending} pending`);
    if (number > 0) lines.push(`  ${number} failing`);
    return lines;
}

function indented(text: string): string[] {
    return text
        .trimEnd()
        .split("\n")
        .map((line) => `       ${line}`);
}

/** As a shell takes it for one word. */
function quoted(text: string): string {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
