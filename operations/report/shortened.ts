import { line, type Section } from "./line.ts";

/** As many lines of a section as stay even when all has to be short. */
const FEWEST = 3;

/**
 * Takes lines away until all fits, those of the least important sections first, half at a time; what is gone is counted.
 * @param environments the sections of each
 * @param fits gives the text of what is left, or nothing while that is too long
 */
export function shortened(
    environments: readonly (readonly Section[])[],
    fits: (sections: readonly (readonly Section[])[]) => string | undefined,
): string {
    const kept = environments.map((sections) => sections.map(({ lines }) => lines.length));
    const ranks = [...new Set(environments.flat().map(({ rank }) => rank))].sort((one, other) => other - one);
    const now = () =>
        environments.map((sections, at) => sections.map((one, place) => first(one, kept[at]?.[place] ?? 0)));
    for (const fewest of [FEWEST, 0]) {
        for (const rank of ranks) {
            for (;;) {
                const text = fits(now());
                if (text !== undefined) return text;
                if (!halve(environments, kept, rank, fewest)) break;
            }
        }
    }
    return fits(environments.map(() => [])) ?? "The report is too long for a comment.\n";
}

/** Whether there was anything to take from the sections of this rank. */
function halve(environments: readonly (readonly Section[])[], kept: number[][], rank: number, fewest: number): boolean {
    let taken = false;
    environments.forEach((sections, at) => {
        sections.forEach((section, place) => {
            const count = kept[at]?.[place] ?? 0;
            if (section.rank !== rank || count <= fewest) return;
            (kept[at] as number[])[place] = Math.max(fewest, Math.floor(count / 2));
            taken = true;
        });
    });
    return taken;
}

function first(section: Section, count: number): Section {
    const gone = section.lines.length - count;
    return gone === 0
        ? section
        : { ...section, lines: [...section.lines.slice(0, count).map(brief), line(`… and ${gone} more`)] };
}

/** Of a section that is cut, no line is long either. */
function brief<T extends Section["lines"][number]>(one: T): T {
    return one.under === undefined || one.under.length <= FEWEST
        ? one
        : { ...one, under: [...one.under.slice(0, FEWEST), line(`… and ${one.under.length - FEWEST} more`)] };
}
