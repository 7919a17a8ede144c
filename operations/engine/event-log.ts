import { closeSync, openSync, readSync } from "node:fs";
import type { EngineEvent } from "@pulumi/pulumi/automation/index.js";

const LOOK_MILLISECONDS = 200;
const CHUNK_BYTES = 256 * 1024;

/** Passes on the events that the engine writes into its event log, one JSON text a line, while it still writes. */
export class EventLog {
    private readonly file: string;
    private readonly onEvent: (event: EngineEvent) => void;
    private readonly chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    private descriptor: number | undefined;
    /** What was read of the line that is not yet complete. */
    private begun: Buffer[] = [];
    private readonly timer: NodeJS.Timeout;

    constructor(file: string, onEvent: (event: EngineEvent) => void) {
        this.file = file;
        this.onEvent = onEvent;
        this.timer = setInterval(() => this.readOn(), LOOK_MILLISECONDS);
    }

    /** Passes on the rest, once the engine has ended. */
    end(): void {
        clearInterval(this.timer);
        this.readOn();
        if (this.descriptor !== undefined) closeSync(this.descriptor);
    }

    private readOn(): void {
        this.descriptor ??= open(this.file);
        if (this.descriptor === undefined) return;
        for (;;) {
            const length = readSync(this.descriptor, this.chunk);
            if (length === 0) return;
            this.take(this.chunk.subarray(0, length));
        }
    }

    private take(bytes: Buffer): void {
        const end = bytes.lastIndexOf("\n") + 1;
        if (end > 0) {
            const lines = Buffer.concat([...this.begun, bytes.subarray(0, end)]).toString("utf8");
            this.begun = [];
            for (const line of lines.split("\n")) if (line !== "") this.onEvent(JSON.parse(line) as EngineEvent);
        }
        if (end < bytes.length) this.begun.push(Buffer.from(bytes.subarray(end)));
    }
}

/** Undefined while the engine has not begun to write. */
function open(file: string): number | undefined {
    try {
        return openSync(file, "r");
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
    }
}
