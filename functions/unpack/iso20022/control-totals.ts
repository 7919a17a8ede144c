import { maskCardNumbers } from "../../../contract/values/card-number.ts";
import type { Finding } from "../rows/row.ts";
import type { Texts } from "./first-text.ts";

/** Decimals of the sums: more than the standard's 17 digits allow. */
const SCALE = 18;

/** Counts and adds what a message's transactions say, to compare with what its group header promised. */
export class ControlTotals {
    private readonly group: Texts;
    private count = 0;
    private sum: bigint | null = 0n;
    private readonly currencies = new Set<string>();

    constructor(group: Texts) {
        this.group = group;
    }

    add(transaction: Texts): void {
        this.count++;
        const amount = scaled(transaction.get("IntrBkSttlmAmt") ?? "");
        // One amount that is no number makes the sum unknowable; its row is refused anyway.
        this.sum = this.sum === null || amount === null ? null : this.sum + amount;
        this.currencies.add(transaction.get("IntrBkSttlmAmt@Ccy") ?? "");
    }

    /** Where promise and content differ; totals that are absent promise nothing. */
    findings(message: string): Finding[] {
        const found: Finding[] = [];
        const report = (detail: string) =>
            found.push({ kind: "control-total-mismatch", detail: `${message}: ${detail}` });
        const promised = this.group.get("NbOfTxs");
        if (promised !== undefined && (!/^\d{1,15}$/.test(promised) || Number(promised) !== this.count)) {
            report(`NbOfTxs is ${maskCardNumbers(promised).slice(0, 20)}, transactions are ${this.count}`);
        }
        for (const name of ["CtrlSum", "TtlIntrBkSttlmAmt"]) {
            const total = this.group.get(name);
            const oneCurrency = this.currencies.size <= 1;
            if (total === undefined || this.sum === null || (name === "TtlIntrBkSttlmAmt" && !oneCurrency)) continue;
            if (scaled(total) !== this.sum)
                report(`${name} is ${maskCardNumbers(total).slice(0, 30)}, amounts add up to ${text(this.sum)}`);
        }
        return found;
    }
}

function scaled(decimal: string): bigint | null {
    const parts = /^([+-]?)(\d{0,30})(?:\.(\d{0,18}))?$/.exec(decimal);
    if (parts === null || !/\d/.test(decimal)) return null;
    const digits = (parts[2] ?? "") + (parts[3] ?? "").padEnd(SCALE, "0");
    return parts[1] === "-" ? -BigInt(digits) : BigInt(digits);
}

function text(sum: bigint): string {
    const digits = sum.toString().padStart(SCALE + 1, "0");
    const fraction = digits.slice(-SCALE).replace(/0+$/, "");
    return digits.slice(0, -SCALE) + (fraction === "" ? "" : `.${fraction}`);
}
