import { type Durations, secondsOf } from "./durations.ts";
import type { Outcome } from "./lane.ts";

const DRAW_MS = 1000;

export interface ProgressArgs {
    out: Pick<NodeJS.WriteStream, "write" | "columns">;
    /** Whether a line can be drawn over. */
    isTerminal: boolean;
    files: readonly string[];
    durations: Durations;
    lanes: number;
}

/** Tells how far the tests are: a moving line on a terminal, elsewhere a line for each file, and what fails at once. */
export class Progress {
    private readonly args: ProgressArgs;
    private readonly running = new Map<string, number>();
    private readonly waiting: Set<string>;
    private readonly timer: NodeJS.Timeout | undefined;
    private passed = 0;
    private failed = 0;

    constructor(args: ProgressArgs) {
        this.args = args;
        this.waiting = new Set(args.files);
        if (args.isTerminal) this.timer = setInterval(() => this.draw(), DRAW_MS).unref();
    }

    start(file: string): void {
        this.waiting.delete(file);
        this.running.set(file, performance.now());
        this.draw();
    }

    done({ file, passed, failures, seconds }: Outcome): void {
        this.running.delete(file);
        this.passed += passed;
        this.failed += failures.length;
        if (failures.length > 0 || !this.args.isTerminal) {
            const [mark, fails] = failures.length > 0 ? ["✗", `, ${failures.length} failed`] : ["✓", ""];
            this.line(`${mark} ${file}  ${passed} passed${fails} (${seconds.toFixed(1)} s)`);
        }
        for (const { title } of failures) this.line(`    ${title}`);
        this.draw();
    }

    /** A line that stays. */
    line(text: string): void {
        this.args.out.write(`${this.args.isTerminal ? "\r\x1b[2K" : ""}${text}\n`);
    }

    end(): void {
        clearInterval(this.timer);
        if (this.args.isTerminal) this.args.out.write("\r\x1b[2K");
    }

    private draw(): void {
        const { isTerminal, out } = this.args;
        if (!isTerminal) return;
        out.write(`\r\x1b[2K${this.status().slice(0, (out.columns ?? 80) - 1)}`);
    }

    private status(): string {
        const { files } = this.args;
        const now = performance.now();
        const done = files.length - this.waiting.size - this.running.size;
        const counts = `${this.passed} passed${this.failed > 0 ? `, ${this.failed} failed` : ""}`;
        const current = [...this.running].map(([file, since]) => `${file} ${Math.round((now - since) / 1000)} s`);
        return `${done} of ${files.length} files · ${counts} · ${this.left(now)} left · ${current.join(", ")}`;
    }

    /** By what the files took last time. */
    private left(now: number): string {
        const { durations, lanes } = this.args;
        let seconds = 0;
        for (const file of this.waiting) seconds += secondsOf(file, durations);
        for (const [file, since] of this.running) {
            seconds += Math.max(0, secondsOf(file, durations) - (now - since) / 1000);
        }
        return `about ${Math.ceil(seconds / lanes / 60)} min`;
    }
}
