import { Story } from "../cli/story.ts";

/** A story whose steps are timed by name, for the summary. */
export class TimedStory extends Story {
    /** Time of each finished step. */
    readonly seconds: Record<string, number> = {};

    async timed<T>(name: string, title: string, work: () => Promise<T>, summary?: (result: T) => string): Promise<T> {
        const started = performance.now();
        const result = await this.step(title, work, summary);
        this.seconds[name] = Math.round(performance.now() - started) / 1000;
        return result;
    }
}
