import { join } from "node:path";
import { CONTROL_STATES, type Evidence } from "./evidence.ts";

/** What the terminal says: how many controls are in which state, those that ask for somebody, and where to read the rest. */
export function asText(evidence: Evidence, folder: string): string {
    const { stack, controlsByState, rules, resources, exceptions, faults, madeFrom } = evidence;
    const wrong = evidence.frameworks.flatMap(({ controls }) =>
        controls
            .filter(({ state }) => state === "broken" || state === "undecided")
            .map(({ id, title, state }) => `  ${state}: ${id} ${title}`),
    );
    const lines = [
        `Evidence of ${stack}: ${rules.length} guardrails over ${resources.length} resources`,
        ...CONTROL_STATES.map((state) => `  ${String(controlsByState[state]).padStart(4)}  controls ${WORDS[state]}`),
        `  ${String(exceptions.length).padStart(4)}  exceptions`,
        ...wrong,
        ...faults.map((fault) => `  exceptions.yaml: ${fault}`),
        `  sha256 of its ${madeFrom.files.length} sources:`,
        `  ${madeFrom.sha256}`,
        join(folder, "evidence.html"),
        join(folder, "evidence.json"),
    ];
    return `${lines.join("\n")}\n`;
}

const WORDS: Readonly<Record<(typeof CONTROL_STATES)[number], string>> = {
    broken: "are broken",
    undecided: "are undecided",
    excepted: "hold but for what was accepted",
    holds: "hold",
    "nothing to judge": "have nothing to judge here",
    "covered elsewhere": "are covered by something else",
    "not covered": "are covered by nothing",
};

/** As `npm run evidence -- --help` says. */
export function exitCode({ controlsByState, faults }: Evidence): number {
    return controlsByState.broken + controlsByState.undecided + faults.length > 0 ? 2 : 0;
}
