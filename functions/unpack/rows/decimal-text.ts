import type { DecimalMark } from "../conventions.ts";

/**
 * `1,000` or `1.500`: one mark before three digits, which may be decimals or the last of a number's groups. Some countries
 * group by four: `1,0000`.
 */
const EITHER = /^[1-9]\d{0,2}(?<mark>[.,])(?<behind>\d{3})$|^[1-9]\d{0,3}(?<four>,)(?<fourBehind>\d{4})$/;
/** Decimals that no grouping leaves behind its last mark. */
const PLAIN = /^\d+([.,])\d+$/;
const GROUPED = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/;

/** An amount with a decimal point; or what it could mean is not one thing. */
export type DecimalText = { text: string } | { ambiguous: true };

export interface Known {
    /** What the source is configured with. */
    configured: DecimalMark | undefined;
    /** What the format or earlier rows of the file showed. */
    shown: DecimalMark | undefined;
    /** Decimals of the amount's currency. */
    decimals: number;
}

const AMBIGUOUS: DecimalText = { ambiguous: true };

/**
 * Reads an amount whose comma or point may be either sign. Without a configured one, an amount proves it by itself: by two
 * marks (`1.234,56`), by a mark that stands twice (`1.234.567`) or by one that no grouping puts there (`12,50`, `0.125`).
 * `1,000` proves nothing. Such an amount is read only where the file has shown that the mark is the decimal one and the
 * currency has as many decimals; and no amount is read against what is known. What is no such number stays as it is, for
 * its field to refuse.
 */
export function decimalText(written: string, { configured, shown, decimals }: Known): DecimalText {
    const mark = configured ?? shown;
    // Nearly every amount has one reading.
    if (mark === "." ? /^\d+(?:\.\d\d?)?$/.test(written) : /^\d+$/.test(written)) return { text: written };
    const sign = written.startsWith("+") ? "+" : "";
    const text = written.slice(sign.length);
    const either = eitherMark(text);
    if (either !== undefined && configured === undefined) {
        const isShown = either.mark === shown && decimals >= either.behind;
        return isShown ? { text: sign + text.replace(",", ".") } : AMBIGUOUS;
    }
    // Groups of four are too rare for a source that is configured with the point to mean them.
    if (either !== undefined && either.behind > 3 && either.mark !== configured) return AMBIGUOUS;
    const proven = markOf(text);
    if (proven === undefined && either === undefined) return { text: written };
    const decimal = either === undefined ? proven : configured;
    if (mark !== undefined && decimal !== mark) return AMBIGUOUS;
    const grouping = decimal === "." ? "," : ".";
    return { text: sign + text.replaceAll(grouping, "").replace(",", ".") };
}

/** The mark that may be either, and the digits behind it. */
function eitherMark(text: string): { mark: string; behind: number } | undefined {
    const found = EITHER.exec(text)?.groups;
    if (found === undefined) return undefined;
    const { mark, behind, four, fourBehind } = found;
    return { mark: mark ?? four ?? "", behind: (behind ?? fourBehind ?? "").length };
}

/** The decimal mark that an amount proves by itself. */
export function markOf(text: string): DecimalMark | undefined {
    const plain = PLAIN.exec(text);
    if (plain !== null) {
        return EITHER.test(text) ? undefined : (plain[1] as DecimalMark);
    }
    const [, , grouping, mark] = GROUPED.exec(text) ?? [];
    if (grouping === undefined || grouping === mark) return undefined;
    return grouping === "." ? "," : ".";
}

/** What the amounts of a file have shown so far. Once they contradict each other, they show nothing any more. */
export class ShownMark {
    private readonly said: DecimalMark | undefined;
    private shown: DecimalMark | undefined;
    private contradicted = false;

    /** What the format says by itself, if it does, whatever an amount may show. */
    constructor(said: DecimalMark | undefined) {
        this.said = said;
    }

    get mark(): DecimalMark | undefined {
        return this.said ?? (this.contradicted ? undefined : this.shown);
    }

    note(amount: string): void {
        if (this.said !== undefined || this.contradicted) return;
        const mark = markOf(amount);
        if (mark === undefined || mark === this.shown) return;
        if (this.shown === undefined) this.shown = mark;
        else this.contradicted = true;
    }
}
