import { cardDigits, isCardNumber } from "../../../contract/values/card-number.ts";
import { MINOR_UNITS } from "../../../contract/values/currencies.ts";
import { normalAccount } from "../../../contract/values/iban.ts";
import type { Conventions, DecimalMark } from "../conventions.ts";
import { kept, maskOf } from "../quarantine/masking.ts";
import { canonical, type Draft } from "../rows/canonical.ts";
import { type DecimalText, decimalText } from "../rows/decimal-text.ts";
import type { Outcome, Row, TokenOf } from "../rows/row.ts";
import type { CardLayout, Column } from "./card-layout.ts";

const mask = maskOf("card-network");

/** One row of a card network's CSV. */
export class CardRow implements Row {
    private readonly line: number;
    private readonly fields: readonly string[];
    private readonly layout: CardLayout;
    private readonly conventions: Conventions;
    private readonly shown: DecimalMark | undefined;

    /** `shown` is the decimal mark that the rows before it have shown. */
    constructor(
        line: number,
        fields: readonly string[],
        layout: CardLayout,
        conventions: Conventions,
        shown: DecimalMark | undefined,
    ) {
        this.line = line;
        this.fields = fields;
        this.layout = layout;
        this.conventions = conventions;
        this.shown = shown;
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
        const currency = this.text("currency");
        const amount = this.amount(currency);
        const ambiguousAmount = "ambiguous" in amount;
        return {
            source: "card-network",
            reference: this.text("transaction_id"),
            accountId: normalAccount(this.text("account_id")),
            counterpartyId: normalAccount(this.text("merchant_id")),
            amount: ambiguousAmount ? this.text("amount") : amount.text,
            ambiguousAmount,
            currency,
            occurredAt: this.text("transaction_time"),
            clock: this.conventions.clock,
            channel: "card",
            country: this.text("merchant_country"),
            merchantCategory: this.text("merchant_category_code"),
            cardNumber: this.text("card_number"),
            deviceId: this.text("device_id"),
        };
    }

    private amount(currency: string): DecimalText {
        const { shown, conventions } = this;
        const decimals = MINOR_UNITS.get(currency) ?? 0;
        return decimalText(this.text("amount"), { configured: conventions.decimalMark, shown, decimals });
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
