import { SURVIVORS } from "./survivors.ts";

/** What became of one change to a source. */
export interface Mutant {
    file: string;
    /** From 1 on; Stryker counts so too. */
    line: number;
    replacement: string;
    status: string;
    mutator: string;
}

export interface Judged {
    text: string;
    percent: number;
    /** Survivors without a reason in the list. */
    unlisted: number;
}

const NOTICED = ["Killed", "Timeout"];
const UNNOTICED = ["Survived", "NoCoverage"];

/** How many mutants the tests noticed, and each that they did not, with its reason where it is listed. */
export function judged(mutants: readonly Mutant[], linesOf: (file: string) => readonly string[]): Judged {
    const noticed = mutants.filter(({ status }) => NOTICED.includes(status)).length;
    const survived = mutants.filter(({ status }) => UNNOTICED.includes(status));
    const all = noticed + survived.length;
    const percent = all === 0 ? 100 : (noticed / all) * 100;
    const lines = survived.map(({ file, line, replacement, mutator, status }) => {
        const text = (linesOf(file)[line - 1] ?? "").trim();
        const known = SURVIVORS.find(
            (one) => one.file === file && one.line === text && (one.mutant === replacement || one.mutant === "*"),
        );
        const why = known?.reason ?? (status === "NoCoverage" ? "NOT TESTED" : "NOT LISTED");
        return {
            isKnown: known !== undefined,
            text: `  ${file}:${line} ${mutator}: ${text} -> ${replacement}\n    ${why}`,
        };
    });
    const unlisted = lines.filter(({ isKnown }) => !isKnown);
    const head = `${noticed} of ${all} mutants noticed, ${percent.toFixed(1)} %; ${lines.length - unlisted.length} survivors with a reason, ${unlisted.length} without`;
    return { text: [head, ...unlisted.map(({ text }) => text)].join("\n"), percent, unlisted: unlisted.length };
}
