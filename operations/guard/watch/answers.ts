import { join } from "node:path";
import type { Judging } from "../bundles/kept-code.ts";
import { CodeMaker } from "../bundles/make-code.ts";
import { makeLibraries } from "../bundles/make-libraries.ts";
import type { Judgement } from "../judge/judgement.ts";
import { assignmentOf, isBuildFailure, placed, type Question, unreadable } from "../judge-once.ts";
import { failed, type GuardReport } from "../report.ts";
import { WarmThreads } from "./warm-threads.ts";

/** Answers the same question again and again. */
export class Answers {
    private readonly question: Question;
    private readonly maker: CodeMaker;
    private readonly threads = new WarmThreads();

    constructor(question: Question) {
        this.question = question;
        this.maker = new CodeMaker(question.root, question.cache);
    }

    /** What is to be said of the sources as they are now. Whatever is wrong with them is an answer too. */
    async next(): Promise<GuardReport> {
        const started = performance.now();
        try {
            const [assignment, judging] = await Promise.all([assignmentOf(this.question), this.judging()]);
            const judgement: Judgement = await this.threads.judge(assignment, judging);
            return placed(this.question, judging, judgement, started);
        } catch (error) {
            if (isBuildFailure(error)) return unreadable(this.question, error, started);
            const message = error instanceof Error ? error.message : String(error);
            return failed(this.question.stack, [{ message }], started);
        }
    }

    async end(): Promise<void> {
        await Promise.all([this.threads.end(), this.maker.end()]);
    }

    private async judging(): Promise<Judging> {
        const { root, cache } = this.question;
        const { judge, programs, libraries } = await this.maker.make();
        const opened = (name: string, source: string) => ({ file: join(cache, `guard-watched-${name}.cjs`), source });
        return {
            judge: opened("judge", judge.source),
            programs: opened("programs", programs.source),
            libraries: await makeLibraries(root, cache, libraries),
            map: () => programs.map,
        };
    }
}
