import { type Member, members } from "../../../contract/transaction/json-members.ts";
import { withoutExponent } from "../../../contract/values/amount.ts";
import { MINOR_UNITS } from "../../../contract/values/currencies.ts";
import { normalAccount } from "../../../contract/values/iban.ts";
import type { Conventions } from "../conventions.ts";
import { keptJson, maskOf } from "../quarantine/masking.ts";
import { canonical } from "../rows/canonical.ts";
import { type DecimalText, decimalText } from "../rows/decimal-text.ts";
import type { Outcome, Row, TokenOf } from "../rows/row.ts";

const mask = maskOf("core-banking");
const FIELDS = [
    "reference",
    "accountId",
    "counterpartyAccount",
    "amount",
    "currency",
    "bookedAt",
    "channel",
    "country",
    "deviceId",
] as const;
type FieldName = (typeof FIELDS)[number];

/** One line of the core banking system's NDJSON. */
export class BankingRow implements Row {
    private readonly line: number;
    private readonly json: string;
    private readonly conventions: Conventions;

    constructor(line: number, json: string, conventions: Conventions) {
        this.line = line;
        this.json = json;
        this.conventions = conventions;
    }

    get place(): string {
        return `line ${this.line}`;
    }

    interpret(tokenOf: TokenOf): Outcome {
        const object = parsed(this.json);
        if (object === null) return { ok: false, reason: "malformed-row", detail: "the line is not a JSON object" };
        const written = members(this.json);
        const twice = twiceIn(written, object);
        if (twice !== undefined) return { ok: false, reason: "malformed-row", detail: `"${twice}" stands twice` };
        const currency = textOf(object, "currency", written);
        const amountText = textOf(object, "amount", written);
        const amount = isNumber(object, "amount")
            ? { text: withoutExponent(amountText) }
            : this.amount(amountText, currency);
        const ambiguousAmount = "ambiguous" in amount;
        const draft = {
            source: "core-banking",
            reference: textOf(object, "reference", written),
            accountId: normalAccount(textOf(object, "accountId", written)),
            counterpartyId: normalAccount(textOf(object, "counterpartyAccount", written)),
            amount: ambiguousAmount ? amountText : amount.text,
            ambiguousAmount,
            currency,
            occurredAt: textOf(object, "bookedAt", written),
            clock: this.conventions.clock,
            channel: textOf(object, "channel", written),
            country: textOf(object, "country", written),
            deviceId: textOf(object, "deviceId", written),
        } as const;
        return canonical(draft, tokenOf);
    }

    content(): string {
        return keptJson(this.json, mask);
    }

    /** JSON says what the point of its numbers is, and a text beside them means the same. */
    private amount(written: string, currency: string): DecimalText {
        const decimals = MINOR_UNITS.get(currency) ?? 0;
        const known = { configured: this.conventions.decimalMark, shown: "." as const, decimals };
        return decimalText(withoutExponent(written), known);
    }
}

function parsed(json: string): object | null {
    try {
        const value: unknown = JSON.parse(json);
        return typeof value === "object" && !Array.isArray(value) ? value : null;
    } catch {
        return null;
    }
}

/** A field of ours that stands twice; what nobody reads may. */
function twiceIn(written: readonly Member[], object: object): FieldName | undefined {
    // Of what stands twice JSON keeps the last.
    if (written.length === Object.keys(object).length) return undefined;
    const names = written.map(({ name }) => name);
    return FIELDS.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
}

function isNumber(object: object, name: FieldName): boolean {
    return Object.hasOwn(object, name) && typeof Reflect.get(object, name) === "number";
}

/** A number stands for its source text; anything else that is no text becomes one that no field accepts. */
function textOf(object: object, name: FieldName, written: readonly Member[]): string {
    const value: unknown = Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined;
    if (typeof value === "string") return value.trim();
    if (value === undefined || value === null) return "";
    if (typeof value !== "number") return `[${typeof value}]`;
    return written.find((member) => member.name === name)?.source ?? "";
}
