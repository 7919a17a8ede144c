import { cutTo, LONGEST_BODY, quoted } from "../github/limits.ts";
import type { JobReport } from "./run-reports.ts";

/** By which the comment is found again. */
export const MARK = "<!-- compliance-platform: preview -->";

export interface BodyArgs {
    readonly reports: readonly JobReport[];
    /** The commit that was previewed. */
    readonly commit?: string;
    /** Where the whole of it is. */
    readonly url?: string;
}

/** The whole comment: each report under its job, within what GitHub takes. */
export function commentBody({ reports, commit, url }: BodyArgs): string {
    const of = commit === undefined ? "" : ` of ${commit.slice(0, 10)}`;
    const where = url === undefined ? "" : ` [The whole run](${url}).`;
    const head = `${MARK}\n`;
    const foot = `\n<sub>Made by this pull request's own code${of}.${where}</sub>\n`;
    const parts = reports.length === 0 ? ["The preview ran no job.\n"] : reports.map(partOf);
    const cut = `\n**Cut here: the rest is in the reports of the run.**${where}\n`;
    // What fits is shared: a short report leaves its room to the long ones.
    let room = LONGEST_BODY - head.length - foot.length;
    const shown = parts.map((part, index) => {
        const fair = Math.floor(room / (parts.length - index));
        const kept = cutTo(part, fair, cut);
        room -= kept.length;
        return kept;
    });
    return `${head}${shown.join("")}${foot}`;
}

function partOf({ job, conclusion, url, markdown }: JobReport): string {
    if (markdown !== undefined) return `${quoted(markdown).trim()}\n\n`;
    return `### Preview: ${quoted(job)}\n\n**No report**: the job ended with ${conclusion} before it wrote one. [Its log](${url}) says why.\n\n`;
}
