import { cardDigits, isCardNumber } from "../../../contract/values/card-number.ts";
import { kept, maskOf } from "../quarantine/masking.ts";
import { canonical, type Draft } from "../rows/canonical.ts";
import type { Outcome, Row, TokenOf } from "../rows/row.ts";
import type { CardLayout, Column } from "./card-layout.ts";

const mask = maskOf("card-network");

/** One row of a card network's CSV. */
export class CardRow implements Row {
    private readonly line: number;
    private readonly fields: readonly string[];
    private readonly layout: CardLayout;

    constructor(line: number, fields: readonly string[], layout: CardLayout) {
        this.line = line;
        this.fields = fields;
        this.layout = layout;
    }

    get place(): string {
        return `line ${this.line}`;
    }

    interpret(tokenOf: TokenOf): Outcome {
        const { width } = this.layout;
        const { length } = this.fields;
        if (length < width || (length > width && this.fields.slice(width).some((field) => field.trim() !== ""))) {
            return { ok: false, reason: "malformed-row", detail: `${length} fields under a header of ${width}` };
        }
        return canonical(this.draft(), tokenOf);
    }

    content(): string {
        const { card_number: card } = this.layout.columns;
        const digits = cardDigits(this.fields[card] ?? "");
        const known = isCardNumber(digits) ? [digits] : [];
        const fields = this.fields.map((field, index) => (index === card ? maskWhole(field) : keptField(field, known)));
        return kept(fields.join(this.layout.delimiter), mask, known);
    }

    private draft(): Draft {
        return {
            source: "card-network",
            reference: this.text("transaction_id"),
            accountId: this.text("account_id"),
            counterpartyId: this.text("merchant_id"),
            amount: this.amount(),
            currency: this.text("currency"),
            occurredAt: this.text("transaction_time"),
            channel: "card",
            country: this.text("merchant_country"),
            merchantCategory: this.text("merchant_category_code"),
            cardNumber: this.text("card_number"),
            deviceId: this.text("device_id"),
        };
    }

    /** Only where the comma does not separate columns can it be the decimal sign; grouped thousands are refused. */
    private amount(): string {
        const amount = this.text("amount");
        return this.layout.delimiter !== "," && /^\+?\d+,\d+$/.test(amount) ? amount.replace(",", ".") : amount;
    }

    private text(column: Column): string {
        return (this.fields[this.layout.columns[column]] ?? "").trim();
    }
}

/** In the card's own column anything may be a card, however broken: ends stay, so that people can find it. */
function maskWhole(field: string): string {
    const text = field.trim();
    return text.length < CARD_LENGTH ? "*".repeat(text.length) : `${text.slice(0, 6)}******${text.slice(-4)}`;
}

/** Each value by itself: what stands in two columns is not one number. */
function keptField(field: string, known: readonly string[]): string {
    return field.length < CARD_LENGTH ? field : kept(field, mask, known);
}

const CARD_LENGTH = 13;
