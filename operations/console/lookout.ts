import { setTimeout as delay } from "node:timers/promises";
import type { ConsoleState } from "../../console/state.ts";

/** All of the state but its version. */
export type Read = Omit<ConsoleState, "version">;

export interface LookoutArgs {
    read: () => Promise<Read>;
    /** Time between two readings, in milliseconds. Default: 1,500. */
    everyMs?: number;
    /** Time after which somebody who waits gets an answer although nothing changed, in milliseconds. Default: 20,000. */
    longestMs?: number;
}

/**
 * Knows how things stand, for all who have the page open. It reads only while somebody waits for an answer: what it reads
 * costs the services that it watches.
 */
export class Lookout {
    private readonly args: Required<LookoutArgs>;
    private state: ConsoleState | undefined;
    private fingerprint = "";
    private reading: Promise<ConsoleState> | undefined;
    private readAt = Number.NEGATIVE_INFINITY;
    private hurry = new AbortController();

    constructor({ read, everyMs = 1_500, longestMs = 20_000 }: LookoutArgs) {
        this.args = { read, everyMs, longestMs };
    }

    /** The state once it is newer than this version; as it is when nothing changes, or when whoever asked is gone. */
    async after(version: number, gone: AbortSignal): Promise<ConsoleState> {
        const until = Date.now() + this.args.longestMs;
        for (;;) {
            const state = await this.look();
            // A version of another start of the platform may be greater.
            if (state.version !== version || gone.aborted || Date.now() >= until) return state;
            await this.pause(gone);
        }
    }

    /** Lets whoever waits look at once: something was just changed. */
    lookNow(): void {
        this.readAt = Number.NEGATIVE_INFINITY;
        this.hurry.abort();
        this.hurry = new AbortController();
    }

    private async pause(gone: AbortSignal): Promise<void> {
        const signal = AbortSignal.any([gone, this.hurry.signal]);
        await delay(this.args.everyMs, undefined, { signal }).catch(() => undefined);
    }

    private look(): Promise<ConsoleState> {
        if (this.state && performance.now() - this.readAt < this.args.everyMs) return Promise.resolve(this.state);
        this.reading ??= this.readState().finally(() => {
            this.reading = undefined;
        });
        return this.reading;
    }

    private async readState(): Promise<ConsoleState> {
        this.readAt = performance.now();
        const read = await this.args.read();
        const fingerprint = JSON.stringify(read);
        if (this.state === undefined || fingerprint !== this.fingerprint) {
            this.fingerprint = fingerprint;
            this.state = { ...read, version: (this.state?.version ?? 0) + 1 };
        }
        return this.state;
    }
}
