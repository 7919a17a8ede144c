import { dirname, join } from "node:path";
import type { BuildFailure } from "esbuild";
import { type Judging, upToDate } from "./bundles/kept-code.ts";
import type { Assignment, Judgement } from "./judge/judgement.ts";
import { JudgingThread } from "./judging-thread.ts";
import { withPlaceOfException } from "./place-of-exception.ts";
import { placesIn } from "./places.ts";
import { failed, type GuardReport, reportOf } from "./report.ts";
import { stackConfig } from "./stack-config.ts";

/** Which stack, and which of its programs. */
export interface Question {
    readonly root: string;
    /** Folder for what is kept between runs. */
    readonly cache: string;
    readonly stack: string;
    readonly program: Assignment["program"];
    readonly withDetails?: boolean;
    /** Configuration for this run only, over that of the stack's file. */
    readonly config?: Readonly<Record<string, string>>;
}

/** What the engine would be told of this stack. */
export async function assignmentOf({
    root,
    stack,
    program,
    withDetails,
    config: asked = {},
}: Question): Promise<Omit<Assignment, "codeFile">> {
    const folder = program === "bootstrap" ? join(root, "infra", "bootstrap") : root;
    const { project, config } = await stackConfig(folder, stack);
    return {
        stack,
        project,
        program,
        config: { ...config, ...asked },
        root,
        ...(withDetails !== undefined && { withDetails }),
    };
}

/** Judges a stack as its sources are now. `make` gives the code; two at once would end each other's bundler. */
export async function judgeOnce(
    question: Question,
    make: () => Promise<Judging> = () => upToDate(question.root, question.cache),
): Promise<{ report: GuardReport; judgement?: Judgement }> {
    const started = performance.now();
    const assignment = await assignmentOf(question);
    try {
        const judging = await make();
        const thread = new JudgingThread(judging.libraries);
        try {
            const judgement = await thread.judge(assignment, judging);
            return { report: placed(question, judging, judgement, started), judgement };
        } finally {
            await thread.end();
        }
    } catch (error) {
        if (!isBuildFailure(error)) throw error;
        return { report: unreadable(question, error, started) };
    }
}

export function isBuildFailure(error: unknown): error is BuildFailure {
    return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}

/** The report of a judgement, with places in the sources. */
export function placed(
    { root, stack }: Question,
    judging: Judging,
    judgement: Judgement,
    started: number,
): GuardReport {
    const placeOf = placesIn(root, dirname(judging.programs.file), judging.map);
    const report = reportOf(stack, judgement, placeOf, (performance.now() - started) / 1000);
    return { ...report, findings: report.findings.map((finding) => withPlaceOfException(root, finding)) };
}

/** The report when the sources are no TypeScript, as happens while somebody types. */
export function unreadable({ stack }: Question, { errors }: BuildFailure, started: number): GuardReport {
    const faults = errors.map(({ text, location }) => {
        const place = location && { file: location.file, line: location.line, column: location.column + 1 };
        return { message: text, ...(place && { place }) };
    });
    return failed(stack, faults, started);
}
