import { keptJson, maskOf } from "../quarantine/masking.ts";
import { canonical } from "../rows/canonical.ts";
import type { Outcome, Row, TokenOf } from "../rows/row.ts";
import { pacsDraft, type Texts } from "./pacs-draft.ts";

const mask = maskOf("iso20022");

/** One credit transfer of a pacs.008 message. */
export class PacsRow implements Row {
    readonly place: string;
    private readonly transaction: Texts;
    private readonly group: Texts;
    private readonly tooLong: string | null;

    /** `tooLong` says why the transaction must be refused although it could be read. */
    constructor(place: string, transaction: Texts, group: Texts, tooLong: string | null) {
        this.place = place;
        this.transaction = transaction;
        this.group = group;
        this.tooLong = tooLong;
    }

    interpret(tokenOf: TokenOf): Outcome {
        if (this.tooLong !== null) return { ok: false, reason: "row-too-long", detail: this.tooLong };
        return canonical(pacsDraft(this.transaction, this.group, tokenOf), tokenOf);
    }

    /** The texts that are read of a transaction, since its markup is not kept. */
    content(): string {
        return keptJson(JSON.stringify(Object.fromEntries(this.transaction)), mask);
    }
}
