import { SURVIVORS, type Survivor } from "./survivors.ts";

/** What became of one change to a source. */
export interface Mutant {
    file: string;
    /** From 1 on; Stryker counts so too. */
    line: number;
    /** The line that it begins in, without its blanks at both ends. */
    text: string;
    /** The part that was taken out, and what was put in its place. */
    original: string;
    replacement: string;
    status: string;
    mutator: string;
}

export interface Judged {
    text: string;
    /** How many there were, how many of them tests noticed, and how many of those by never ending. */
    all: number;
    noticed: number;
    endless: number;
    percent: number;
    /** Survivors with a reason in the list, and without. */
    listed: number;
    unlisted: number;
}

const NOTICED = ["Killed", "Timeout"];
const UNNOTICED = ["Survived", "NoCoverage"];

/** How many mutants the tests noticed, and each that they did not and that has no reason in the list. */
export function judged(mutants: readonly Mutant[], survivors: readonly Survivor[] = SURVIVORS): Judged {
    const noticed = mutants.filter(({ status }) => NOTICED.includes(status));
    const endless = noticed.filter(({ status }) => status === "Timeout").length;
    const survived = mutants.filter(({ status }) => UNNOTICED.includes(status));
    const unlisted = survived.filter((mutant) => !survivors.some((survivor) => isOf(survivor, mutant)));
    const listed = survived.length - unlisted.length;
    const all = noticed.length + survived.length;
    const percent = all === 0 ? 100 : (noticed.length / all) * 100;
    const head = `${noticed.length} of ${all} mutants noticed, ${percent.toFixed(1)} %; ${endless} of them by a time limit; ${listed} survivors with a reason, ${unlisted.length} without`;
    // A line may hold the same twice, of which one is noticed.
    const dead = noticed.filter(
        (mutant) =>
            survivors.some((survivor) => isOf(survivor, mutant)) && !survived.some((other) => isSame(mutant, other)),
    );
    return {
        text: [head, ...unlisted.map(unexplained), ...dead.map(explainedInVain)].join("\n"),
        ...{ all, noticed: noticed.length, endless, percent, listed, unlisted: unlisted.length },
    };
}

/** What the list says of a mutant: the part that was taken out, and what was put in its place. */
export function changeOf({ original, replacement }: Pick<Mutant, "original" | "replacement">): string {
    return `${oneLine(original)} -> ${oneLine(replacement)}`;
}

function isOf({ file, line, changes }: Survivor, mutant: Mutant): boolean {
    return mutant.file === file && mutant.text === line && changes.includes(changeOf(mutant));
}

function isSame(one: Mutant, other: Mutant): boolean {
    return one.file === other.file && one.text === other.text && changeOf(one) === changeOf(other);
}

function unexplained(mutant: Mutant): string {
    const why = mutant.status === "NoCoverage" ? "NOT TESTED" : "NOT LISTED";
    return `  ${mutant.file}:${mutant.line} ${mutant.mutator}, ${why}\n    ${mutant.text}\n    ${changeOf(mutant)}`;
}

function explainedInVain(mutant: Mutant): string {
    return `  ${mutant.file}:${mutant.line} is noticed now: take it out of the list\n    ${mutant.text}\n    ${changeOf(mutant)}`;
}

function oneLine(text: string): string {
    return text.trim().replace(/\s*\n\s*/g, " ");
}
