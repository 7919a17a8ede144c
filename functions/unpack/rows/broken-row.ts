import type { RowReason } from "../../../contract/reasons.ts";
import { kept, type Mask } from "../quarantine/masking.ts";
import type { Refusal, Row } from "./row.ts";

/** A row that is not even a record of its format. */
export class BrokenRow implements Row {
    readonly place: string;
    private readonly refusal: Refusal;
    private readonly text: string;
    private readonly mask: Mask;

    constructor(place: string, reason: RowReason, detail: string, text: string, mask: Mask) {
        this.place = place;
        this.refusal = { ok: false, reason, detail };
        this.text = text;
        this.mask = mask;
    }

    interpret(): Refusal {
        return this.refusal;
    }

    content(): string {
        return kept(this.text, this.mask);
    }
}
