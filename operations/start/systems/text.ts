import wrapAnsi from "wrap-ansi";
import { COLUMNS } from "../../cli/wrapped.ts";
import { SYSTEMS, type Systems } from "./systems.ts";

const NAME_WIDTH = 20;

/** A line or two for each system, as a person reads them. */
export function systemLines(systems: Systems): string[] {
    return Object.entries(SYSTEMS).flatMap(([key, title]) => {
        const { did, balanced, leftOut } = systems[key as keyof Systems];
        const name = key === "orchestrator" ? "orchestrator" : title;
        const mark = balanced ? (leftOut === undefined ? "✓" : "–") : "✗";
        const [first = "", ...rest] = wrapAnsi(did, COLUMNS - NAME_WIDTH - 4, { hard: false }).split("\n");
        return [
            `  ${mark} ${name.padEnd(NAME_WIDTH)}${first}`,
            ...rest.map((line) => `${" ".repeat(NAME_WIDTH + 4)}${line}`),
        ];
    });
}
