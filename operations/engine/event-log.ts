import { open, rm } from "node:fs/promises";
import type { EngineEvent } from "@pulumi/pulumi/automation/index.js";

const LOOK_MILLISECONDS = 100;
const CHUNK_BYTES = 1024 * 1024;

/** Passes on the events that the engine writes into its event log, one JSON text a line, while it still writes. */
export class EventLog {
    private readonly file: string;
    private readonly onEvent: (event: EngineEvent) => void;
    private readonly chunk = Buffer.alloc(CHUNK_BYTES);
    private position = 0;
    /** The line that is not yet complete. */
    private begun = Buffer.alloc(0);
    private looking: Promise<void> = Promise.resolve();
    private readonly timer: NodeJS.Timeout;

    constructor(file: string, onEvent: (event: EngineEvent) => void) {
        this.file = file;
        this.onEvent = onEvent;
        this.timer = setInterval(() => this.look(), LOOK_MILLISECONDS);
    }

    /** Passes on the rest, once the engine has ended, and takes the file away. */
    async end(): Promise<void> {
        clearInterval(this.timer);
        this.look();
        await this.looking.finally(() => rm(this.file, { force: true }));
    }

    private look(): void {
        this.looking = this.looking.then(() => this.readOn());
        // Told by `end`.
        this.looking.catch(() => {});
    }

    private async readOn(): Promise<void> {
        const handle = await open(this.file).catch(absent);
        if (handle === undefined) return;
        try {
            for (;;) {
                const { bytesRead } = await handle.read(this.chunk, 0, CHUNK_BYTES, this.position);
                if (bytesRead === 0) return;
                this.position += bytesRead;
                this.take(this.chunk.subarray(0, bytesRead));
            }
        } finally {
            await handle.close();
        }
    }

    private take(bytes: Buffer): void {
        const end = bytes.lastIndexOf("\n");
        if (end < 0) {
            this.begun = Buffer.concat([this.begun, bytes]);
            return;
        }
        const lines = Buffer.concat([this.begun, bytes.subarray(0, end)]).toString("utf8");
        this.begun = Buffer.from(bytes.subarray(end + 1));
        for (const line of lines.split("\n")) if (line !== "") this.onEvent(JSON.parse(line) as EngineEvent);
    }
}

/** The engine has not begun to write, or ended before it did. */
function absent(error: NodeJS.ErrnoException): undefined {
    if (error.code === "ENOENT") return undefined;
    throw error;
}
