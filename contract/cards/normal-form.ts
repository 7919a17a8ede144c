import { formOf } from "./characters.ts";
import { MIN_DIGITS } from "./issuers.ts";
import type { ReadText } from "./unescape.ts";
import type { Digits } from "./windows.ts";

/** Characters that may lie between two digits of one number. */
export const GAP_LENGTH = 256;
const STAR = 0x2a;
/** A masked card number keeps six digits before its stars, which end it there: between fewer they stand as other marks do. */
const MASK_HEAD = 6;

/** Digits of a text in their normal form, and where each stands in it. */
export class Run implements Digits {
    values: number[] = [];
    gaps: number[] = [];
    starts: number[] = [];
    ends: number[] = [];

    get count(): number {
        return this.values.length;
    }
}

/**
 * Reads the digits of a text in whatever way it writes them, and hands over each run that is long enough for a card
 * number. Separators of any kind and number lie within a run; a letter, the stars of a masked number, or a gap of more
 * than 256 characters ends it.
 */
export function readRuns(text: ReadText, onRun: (run: Run) => void): void {
    new RunReader(onRun).read(text);
}

class RunReader {
    private readonly onRun: (run: Run) => void;
    private run = new Run();
    private separated = true;
    private stars = 0;

    constructor(onRun: (run: Run) => void) {
        this.onRun = onRun;
    }

    read({ text, start, end }: ReadText): void {
        for (let at = 0; at < text.length; ) {
            const codePoint = text.codePointAt(at) ?? 0;
            const next = at + (codePoint > 0xffff ? 2 : 1);
            this.take(codePoint, start(at), end(next));
            at = next;
        }
        this.end();
    }

    private take(codePoint: number, start: number, end: number): void {
        if (codePoint >= 0x80) {
            const form = formOf(codePoint);
            for (const one of form) {
                if (one === "L") this.end();
                else if (one === " ") this.separated = true;
                else this.digit(one.charCodeAt(0) - 0x30, start, end);
            }
        } else if (codePoint >= 0x30 && codePoint <= 0x39) {
            this.digit(codePoint - 0x30, start, end);
        } else if ((codePoint | 0x20) >= 0x61 && (codePoint | 0x20) <= 0x7a) {
            this.end();
        } else {
            this.separated = true;
            if (codePoint === STAR) this.star();
        }
    }

    private digit(value: number, start: number, end: number): void {
        const { run } = this;
        const last = run.ends.at(-1);
        if (last !== undefined && start - last > GAP_LENGTH) this.end();
        this.run.values.push(value);
        this.run.gaps.push(this.separated ? 1 : 0);
        this.run.starts.push(start);
        this.run.ends.push(end);
        this.separated = false;
        this.stars = 0;
    }

    private star(): void {
        this.stars++;
        if (this.stars === 2 && this.run.gaps.lastIndexOf(1) + MASK_HEAD <= this.run.count) this.end();
    }

    private end(): void {
        if (this.run.count >= MIN_DIGITS) this.onRun(this.run);
        if (this.run.count > 0) this.run = new Run();
        this.separated = true;
    }
}
