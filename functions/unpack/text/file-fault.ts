import type { FileReason } from "../../../contract/reasons.ts";

/** The file cannot be read, or no further: the rows before it stand, the rest is one quarantined unit. */
export class FileFault extends Error {
    override readonly name = "FileFault";
    readonly reason: FileReason;

    constructor(reason: FileReason, detail: string, options?: ErrorOptions) {
        super(detail, options);
        this.reason = reason;
    }
}
