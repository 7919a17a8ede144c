import type { Judging } from "../bundles/kept-code.ts";
import type { Libraries } from "../bundles/make-libraries.ts";
import type { Assignment, Judgement } from "../judge/judgement.ts";
import { JudgingThread } from "../judging-thread.ts";

/** After so many V8 has compiled what a judgement runs. */
export const REHEARSALS = 5;

type What = Omit<Assignment, "codeFile">;

/** As much of a thread as is used here. */
export type Judge = Pick<JudgingThread, "isFor" | "judge" | "end">;

/**
 * Threads that answer quickly. One judges program after program, and has judged the last one some times more when nobody
 * waited, which takes as long as a few answers, once. One more has loaded the libraries, for when the guardrails
 * themselves change, or when a program fails.
 */
export class WarmThreads {
    private readonly start: (libraries: Libraries, early: boolean) => Judge;
    private warm: Judge | undefined;
    private spare: Judge | undefined;
    /** Whether somebody waits for an answer; a rehearsal that has begun comes to its end. */
    private isAsked = false;
    private rehearsal: Promise<void> = Promise.resolve();
    /** How often the warm thread has judged after its first time. */
    private judgedAgain = 0;

    constructor(start = (libraries: Libraries, early: boolean): Judge => new JudgingThread(libraries, early)) {
        this.start = start;
    }

    async judge(what: What, judging: Judging): Promise<Judgement> {
        this.isAsked = true;
        await this.rehearsal;
        const known = this.warm?.isFor(judging) ? await this.again(this.warm, what, judging) : undefined;
        const judgement = known ?? (await this.anew(what, judging));
        this.isAsked = false;
        if (this.warm) this.rehearsal = this.rehearse(this.warm, what, judging);
        return judgement;
    }

    async end(): Promise<void> {
        this.isAsked = true;
        await Promise.all([this.warm?.end(), this.spare?.end()]);
    }

    /** The answer of the warm thread, if it is sure: what failed may have been left by a program before. */
    private async again(thread: Judge, what: What, judging: Judging): Promise<Judgement | undefined> {
        this.judgedAgain += 1;
        const judgement = await thread.judge(what, judging).catch(() => undefined);
        return judgement?.errors.length === 0 ? judgement : undefined;
    }

    /** The answer of a thread that has judged nothing yet; it is kept unless the program failed in it. */
    private async anew(what: What, judging: Judging): Promise<Judgement> {
        void this.warm?.end();
        const thread = this.spare?.isFor(judging) ? this.spare : this.start(judging.libraries, false);
        if (thread !== this.spare) void this.spare?.end();
        this.spare = undefined;
        this.warm = thread;
        this.judgedAgain = 0;
        try {
            const judgement = await thread.judge(what, judging);
            if (judgement.errors.length > 0) this.drop();
            return judgement;
        } catch (error) {
            this.drop();
            throw error;
        } finally {
            this.spare = this.start(judging.libraries, true);
        }
    }

    private drop(): void {
        void this.warm?.end();
        this.warm = undefined;
    }

    /** Goes on where a question cut it short. A thread that ends meanwhile is found to have ended by the next who asks. */
    private async rehearse(thread: Judge, what: What, judging: Judging): Promise<void> {
        while (this.judgedAgain < REHEARSALS && !this.isAsked) {
            if ((await this.again(thread, what, judging)) === undefined) return;
        }
    }
}
