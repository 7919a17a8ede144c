import type { RowReason } from "../../../contract/reasons.ts";
import { kept, maskOf } from "../quarantine/masking.ts";
import { canonical, type Draft } from "../rows/canonical.ts";
import type { Outcome, Row, TokenOf } from "../rows/row.ts";
import type { Texts } from "./pacs-draft.ts";

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
    private readonly draft: Draft;
    private readonly wrong: Wrong | null;

    constructor(place: string, transaction: Texts, draft: Draft, wrong: Wrong | null) {
        this.place = place;
        this.transaction = transaction;
        this.draft = draft;
        this.wrong = wrong;
    }

    interpret(tokenOf: TokenOf): Outcome {
        return this.wrong === null ? canonical(this.draft, tokenOf) : { ok: false, ...this.wrong };
    }

    /** The texts that are read of a transaction, since its markup is not kept. */
    content(): string {
        return kept(JSON.stringify(Object.fromEntries(this.transaction)), mask);
    }
}
