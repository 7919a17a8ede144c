import { Story } from "../cli/story.ts";

/** A story whose steps are timed by name, for the summary, and of which none begins once it is interrupted. */
export class TimedStory extends Story {
    /** Time of each finished step. */
    readonly seconds: Record<string, number> = {};
    private readonly signal: AbortSignal;

    constructor(signal: AbortSignal, out?: NodeJS.WriteStream) {
        super(out);
        this.signal = signal;
    }

    async timed<T>(
        name: string,
        title: string,
        work: () => Promise<T>,
        summary?: (result: T) => string,
        isWell?: (result: T) => boolean,
    ): Promise<T> {
        this.signal.throwIfAborted();
        const started = performance.now();
        const result = await this.step(title, work, summary, isWell);
        this.seconds[name] = Math.round(performance.now() - started) / 1000;
        return result;
    }
}
