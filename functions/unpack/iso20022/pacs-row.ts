import type { RowReason } from "../../../contract/reasons.ts";
import { keptJson, maskOf } from "../quarantine/masking.ts";
import { canonical } from "../rows/canonical.ts";
import type { Outcome, Row, TokenOf } from "../rows/row.ts";
import type { Texts } from "./first-text.ts";
import { type Context, pacsDraft } from "./pacs-draft.ts";

const mask = maskOf("iso20022");

/** Why a transaction must be refused although it could be read. */
export interface Wrong {
    reason: RowReason;
    detail: string;
}

/** One credit transfer of a pacs.008 message. */
export class PacsRow implements Row {
    readonly place: string;
    private readonly transaction: Texts;
    private readonly context: Context;
    private readonly wrong: Wrong | null;

    constructor(place: string, transaction: Texts, context: Context, wrong: Wrong | null) {
        this.place = place;
        this.transaction = transaction;
        this.context = context;
        this.wrong = wrong;
    }

    interpret(tokenOf: TokenOf): Outcome {
        if (this.wrong !== null) return { ok: false, ...this.wrong };
        return canonical(pacsDraft(this.transaction, this.context, tokenOf), tokenOf);
    }

    /** The texts that are read of a transaction, since its markup is not kept. */
    content(): string {
        return keptJson(JSON.stringify(Object.fromEntries(this.transaction)), mask);
    }
}
