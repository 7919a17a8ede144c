import type { DecisionKept } from "../../functions/adapters/ledger-row.ts";
import { wrapped } from "../cli/wrapped.ts";
import type { Decided } from "./decided.ts";

/** Each decision beside what the platform had found, and how many of them stand. */
export function asText(all: readonly Decided[]): string {
    const lost = all.filter(({ outcome }) => outcome === "overtaken" || outcome === "failed").length;
    const count = `${all.length - lost} of ${all.length} decisions stand.`;
    const fix = lost === 0 ? "" : " Look at the others, and decide on them again if need be.";
    return wrapped(`${all.map(block).join("\n")}\n${count}${fix}\n`);
}

function block(one: Decided): string {
    const { given, row } = one;
    const lines = [given.id, ...told(one), `found    ${found(one)}`];
    for (const { text, points } of row.reasons ?? []) lines.push(`         ${(points / 100).toFixed(2)} ${text}`);
    return `${lines.join("\n  ")}\n`;
}

function told({ given, outcome, before, why }: Decided): string[] {
    const said = `${given.decision}, by ${given.by}`;
    switch (outcome) {
        case "written":
            return [`decided  ${said}`, ...(before ? [`before   ${words(before)}`] : [])];
        case "stood":
            return [`stands   ${before ? words(before) : said}: nothing was changed`];
        case "overtaken":
            return [`not kept ${said}`, `because  meanwhile it became ${before ? words(before) : "undecided"}`];
        case "failed":
            return [`not kept ${said}`, `because  ${why}`];
    }
}

function found({ row: { verdict, score, scoredBy } }: Decided): string {
    if (verdict === undefined || score === undefined) return "nothing yet: it is still on its way";
    return `${verdict}, score ${score.toFixed(2)}${scoredBy === undefined ? "" : ` by ${scoredBy}`}`;
}

function words({ decision, decidedBy = "nobody named", decidedAt }: DecisionKept): string {
    return `${decision}, by ${decidedBy}${decidedAt === undefined ? "" : ` at ${decidedAt}`}`;
}

/** The same for machines. */
export function asJson(all: readonly Decided[]): string {
    const lines = all.map(({ given, row, ...came }) => {
        const { verdict, score, scoredBy, reasons } = row;
        return { ...given, ...came, found: verdict === undefined ? null : { verdict, score, scoredBy, reasons } };
    });
    return `${JSON.stringify(lines, null, 2)}\n`;
}
