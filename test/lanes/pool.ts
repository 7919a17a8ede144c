import type { Lane, Outcome } from "./lane.ts";

/** Files that run in the same kind of process. */
export interface Kind {
    files: readonly string[];
    /** A process for them. */
    lane: () => Pick<Lane, "run" | "end">;
    /** What is left to do once all of them have run and their processes have ended. */
    afterwards?: () => Promise<void>;
}

export interface PoolArgs {
    /** Each lane begins with another kind, and helps with the next when its own is done. */
    kinds: readonly Kind[];
    /** How many run at once. */
    lanes: number;
    onStart: (file: string) => void;
    onDone: (outcome: Outcome) => void;
    /** Ends what runs, and begins no more. */
    signal: AbortSignal;
}

/** Runs every file once, in the order of its kind. */
export async function runInLanes({ kinds, lanes, onStart, onDone, signal }: PoolArgs): Promise<void> {
    const queues = kinds.map((kind) => ({ ...kind, files: [...kind.files], open: 0, isOver: false }));

    async function work(queue: (typeof queues)[number]): Promise<void> {
        if (queue.files.length > 0) {
            const lane = queue.lane();
            const stop = () => void lane.end();
            signal.addEventListener("abort", stop);
            queue.open += 1;
            for (let file = queue.files.shift(); file !== undefined && !signal.aborted; file = queue.files.shift()) {
                onStart(file);
                onDone(await lane.run(file));
            }
            await lane.end();
            signal.removeEventListener("abort", stop);
            queue.open -= 1;
        }
        if (queue.isOver || queue.open > 0 || signal.aborted) return;
        queue.isOver = true;
        await queue.afterwards?.();
    }

    await Promise.all(
        Array.from({ length: lanes }, async (_, index) => {
            const first = index % queues.length;
            for (const queue of [...queues.slice(first), ...queues.slice(0, first)]) await work(queue);
        }),
    );
}
