import { interruptible } from "../../cli/interrupt.ts";
import { UserError } from "../../cli/user-error.ts";
import type { Format } from "../formats/index.ts";
import type { Question } from "../judge-once.ts";
import { Answers } from "./answers.ts";
import { changesIn, type Trouble } from "./changes.ts";
import { began, told } from "./told.ts";
import { watchSources } from "./watched.ts";

/** Editors write several files at once, and some a file in several steps. */
const SETTLE_MILLISECONDS = 40;

/** Answers now and after each save, until somebody ends it. */
export async function watchStack(question: Question, format: Format): Promise<number> {
    if (format === "github") throw new UserError("--format github is for a run in a workflow: leave --watch out.");
    const stop = interruptible();
    const answers = new Answers(question);
    const saved = new Saves();
    const watching = await watchSources(question.root, (file) => saved.note(file));
    stop.addEventListener("abort", () => saved.end());
    let before: readonly Trouble[] = [];
    let files: readonly string[] = [];
    try {
        do {
            process.stdout.write(began(question.stack, files, format));
            const report = await answers.next();
            if (stop.aborted) break;
            const changes = changesIn(before, report);
            process.stdout.write(told(report, changes, format));
            before = [...changes.fresh, ...changes.open, ...changes.undecided];
            files = await saved.next();
        } while (!stop.aborted);
    } finally {
        await Promise.all([watching.close(), answers.end()]);
    }
    return 0;
}

/** Files that were saved and not answered to yet. Those of one moment, and those saved during an answer, count as one. */
class Saves {
    private files = new Set<string>();
    private wake: (() => void) | undefined;
    private ended = false;

    note(file: string): void {
        this.files.add(file);
        this.wake?.();
    }

    end(): void {
        this.ended = true;
        this.wake?.();
    }

    /** Waits until something was saved, and then until nothing more comes. */
    async next(): Promise<readonly string[]> {
        let seen = 0;
        while (!this.ended && (this.files.size === 0 || this.files.size > seen)) {
            const settled = this.files.size > 0;
            seen = this.files.size;
            await new Promise<void>((resolve) => {
                this.wake = resolve;
                if (settled) setTimeout(resolve, SETTLE_MILLISECONDS);
            });
        }
        const files = [...this.files].sort();
        this.files = new Set();
        this.wake = undefined;
        return files;
    }
}
