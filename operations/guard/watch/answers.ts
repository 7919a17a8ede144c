import { join } from "node:path";
import type { Judging } from "../bundles/kept-code.ts";
import { CodeMaker } from "../bundles/make-code.ts";
import { type Libraries, makeLibraries } from "../bundles/make-libraries.ts";
import { assignmentOf, isBuildFailure, placed, type Question, unreadable } from "../judge-once.ts";
import { JudgingThread } from "../judging-thread.ts";
import { failed, type GuardReport } from "../report.ts";

/**
 * Answers the same question again and again. Between two answers a thread waits that has loaded all libraries, so that an
 * answer takes no longer than the work on our own code.
 */
export class Answers {
    private readonly question: Question;
    private readonly maker: CodeMaker;
    private spare: JudgingThread | undefined;
    private working: JudgingThread | undefined;

    constructor(question: Question) {
        this.question = question;
        this.maker = new CodeMaker(question.root, question.cache);
    }

    /** What is to be said of the sources as they are now. Whatever is wrong with them is an answer too. */
    async next(): Promise<GuardReport> {
        const started = performance.now();
        try {
            const [assignment, code] = await Promise.all([assignmentOf(this.question), this.maker.make()]);
            const { root, cache } = this.question;
            const libraries = await makeLibraries(root, cache, code.libraries);
            const judging: Judging = {
                code: { file: join(cache, "guard-code-watched.cjs"), source: code.source },
                libraries,
                map: () => code.map,
            };
            this.working = this.threadWith(libraries);
            const judgement = await this.working.judge(assignment, judging);
            this.spare = new JudgingThread(libraries, true);
            return placed(this.question, judging, judgement, started);
        } catch (error) {
            if (isBuildFailure(error)) return unreadable(this.question, error, started);
            const message = error instanceof Error ? error.message : String(error);
            return failed(this.question.stack, [{ message }], started);
        } finally {
            this.working = undefined;
        }
    }

    async end(): Promise<void> {
        await Promise.all([this.spare?.end(), this.working?.end(), this.maker.end()]);
    }

    /** The waiting thread, unless it has loaded other libraries. */
    private threadWith(libraries: Libraries): JudgingThread {
        const { spare } = this;
        this.spare = undefined;
        if (spare?.libraries.file === libraries.file) return spare;
        void spare?.end();
        return new JudgingThread(libraries);
    }
}
