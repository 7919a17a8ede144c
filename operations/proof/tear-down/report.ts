import { nameOfPoint, ROUNDS } from "./points.ts";
import type { Outcome } from "./prove.ts";

/** What was killed, when, and what became of it, as a page. The same outcome gives the same bytes. */
export function tearDownReport(outcomes: readonly Outcome[]): string {
    const tried = new Set(outcomes.flatMap(({ point }) => (point === undefined ? [] : [nameOfPoint(point)])));
    const all = ROUNDS.flat().length;
    const proved = outcomes.filter(({ faults }) => faults.length === 0).length;
    return `${[
        "# Killed at any time, nothing is left, and the next start recovers",
        "",
        "Written by `npm run proof -- tear-down`: `npm start` is killed by `kill -9`, each kind of process of its tree, the top",
        "alone and the whole tree, in each phase, once the start says that it is there and the process exists. Everything that was",
        "not killed ends by itself. Where the start itself was left, it says in its last lines what to do. The next start rises from",
        "what the kill has left and is the next one's victim; the last of a round goes to its end, with every count as expected, and",
        "then no process, port, lock, temporary file, half-written file or state is there.",
        "",
        `${proved} of ${outcomes.length} as they must be${tried.size < all ? `; only ${tried.size} of ${all} points were tried` : ""}.`,
        "",
        "| killed: when, what | what became of it |",
        "|---|---|",
        ...outcomes.map(row),
    ].join("\n")}\n`;
}

function row(outcome: Outcome): string {
    const { point, faults } = outcome;
    const what =
        point === undefined ? "nothing: to the end" : nameOfPoint(point).replace("/", ", ").replaceAll("-", " ");
    return `| ${what} | ${faults.length > 0 ? `**not proved**: ${cell(faults.join("; "))}` : well(outcome)} |`;
}

function well({ point, said, wentOn }: Outcome): string {
    if (point === undefined) return "balanced, and nothing is left";
    if (wentOn) return "goes on, balanced, and nothing is left";
    return said === undefined ? "all others end" : "says what to do, and takes everything down";
}

function cell(text: string): string {
    return text.replaceAll("|", "/");
}
