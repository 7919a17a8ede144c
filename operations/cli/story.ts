import { styleText } from "node:util";
import { COLUMNS, wrapped } from "./wrapped.ts";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 100;
/** Where there is no terminal, progress is written no more often than this. */
const LINE_EVERY_MS = 2000;

/** The running text of a command: steps with their time, on a terminal with a moving line for what is under way. */
export class Story {
    private readonly out: NodeJS.WriteStream;
    private readonly moving: boolean;
    private timer: NodeJS.Timeout | undefined;
    private status = "";
    private frame = 0;
    private writtenAt = 0;

    constructor(out: NodeJS.WriteStream = process.stdout) {
        this.out = out;
        this.moving = Boolean(out.isTTY) && !process.env.CI;
    }

    line(text = ""): void {
        this.clear();
        this.out.write(`${wrapped(text)}\n`);
    }

    /** Replaces the moving line of the step under way; where there is no terminal, a line every two seconds. */
    progress(status: string): void {
        if (status === this.status) return;
        this.status = status;
        const now = performance.now();
        if (this.moving || now - this.writtenAt < LINE_EVERY_MS) return;
        this.writtenAt = now;
        this.out.write(`${wrapped(`    ${status}`)}\n`);
    }

    /** Runs one step; what it returns becomes the text behind its mark, and may say that all is not well. */
    async step<T>(
        title: string,
        work: () => Promise<T>,
        summary: (result: T) => string = () => "",
        isWell: (result: T) => boolean = () => true,
    ): Promise<T> {
        const started = performance.now();
        this.begin(title, started);
        try {
            const result = await work();
            const [mark, colour] = isWell(result) ? (["✓", "green"] as const) : (["✗", "red"] as const);
            this.end(mark, colour, title, started, summary(result));
            return result;
        } catch (error) {
            this.end("✗", "red", title, started, "");
            throw error;
        }
    }

    private begin(title: string, started: number): void {
        this.status = "";
        this.writtenAt = started;
        if (!this.moving) {
            this.out.write(`${wrapped(`• ${title}`)}\n`);
            return;
        }
        const draw = () => {
            this.frame = (this.frame + 1) % FRAMES.length;
            const text = `${FRAMES[this.frame]} ${title} ${seconds(started)} ${styleText("dim", this.status)}`;
            this.clear();
            this.out.write(clip(text, this.out.columns ?? COLUMNS));
        };
        this.timer = setInterval(draw, FRAME_MS);
        draw();
    }

    private end(mark: string, colour: "green" | "red", title: string, started: number, text: string): void {
        clearInterval(this.timer);
        const shown = this.moving ? styleText(colour, mark) : mark;
        const tail = text ? `  ${text}` : "";
        this.line(`${shown} ${title} (${seconds(started)})${tail}`);
    }

    private clear(): void {
        if (this.moving) this.out.write("\r\x1b[2K");
    }
}

function seconds(started: number): string {
    return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** Cuts a line to the terminal's width; escape codes take no room. */
function clip(text: string, width: number): string {
    let seen = 0;
    let kept = "";
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escape codes begin with one
    for (const part of text.split(/(\x1b\[[0-9;]*m)/)) {
        const isCode = part.startsWith("\x1b[");
        kept += isCode ? part : part.slice(0, Math.max(0, width - 1 - seen));
        if (!isCode) seen += part.length;
    }
    return kept;
}
