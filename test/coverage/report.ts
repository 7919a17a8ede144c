import { Report } from "c8";
import { paths } from "../../tools/paths.mjs";
import { codeLines } from "./code-lines.ts";
import { MEASURED } from "./measured.mjs";

/** As much of istanbul's map as is needed here. */
export interface CoverageMap {
    files(): string[];
    filter(keep: (file: string) => boolean): void;
    fileCoverageFor(file: string): {
        data: { statementMap: Record<string, { start: { line: number } }>; s: Record<string, number> };
    };
    getCoverageSummary(): Record<"lines" | "branches", { pct: number }>;
}

/** What c8 has beyond its types. It makes the map once, so that what is taken out stays out of each report. */
interface Mapped {
    getCoverageMapFromAllCoverageFiles(): Promise<CoverageMap>;
}

/** Writes the reports on what was collected to `folder` and to standard output; the figures in percent. */
export async function reportOn(collected: string, folder: string): Promise<Record<"lines" | "branches", number>> {
    const report = new Report({
        all: true,
        src: [paths.root],
        include: MEASURED.map((measured) => `${measured}/**/*.ts`),
        resolve: paths.root,
        omitRelative: true,
        // Modules begin at their first letter.
        wrapperLength: 0,
        reporter: ["text", "text-summary", "lcov"],
        reporterOptions: { lcov: { projectRoot: paths.root } },
        reportsDirectory: folder,
        tempDirectory: collected,
        skipFull: true,
    }) as Report & Mapped;
    const map = await report.getCoverageMapFromAllCoverageFiles();
    keepCode(map);
    await report.run();
    const { lines, branches } = map.getCoverageSummary();
    return { lines: lines.pct, branches: branches.pct };
}

/** c8 takes each line for code that was reached, comments and types too, unless it knows better. */
function keepCode(map: CoverageMap): void {
    for (const file of map.files()) {
        const code = codeLines(file);
        const { data } = map.fileCoverageFor(file);
        for (const [id, { start }] of Object.entries(data.statementMap)) {
            if (code.has(start.line)) continue;
            delete data.statementMap[id];
            delete data.s[id];
        }
        if (code.size === 0) map.filter((other) => other !== file);
    }
}
