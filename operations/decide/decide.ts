import type { DecisionKept, LedgerRow } from "../../functions/adapters/ledger-row.ts";
import { UserError } from "../cli/user-error.ts";
import type { Decided } from "./decided.ts";
import type { Given } from "./given.ts";
import { asJson, asText } from "./text.ts";

/** A decision that is to take the place of what the row says, if anything. */
export interface NewDecision {
    id: string;
    kept: DecisionKept & { decidedAt: string };
    /** The row as it was looked at. */
    row: LedgerRow;
}

export interface DecisionLedger {
    /** The rows of those ids that have one. */
    rows(ids: readonly string[]): Promise<Map<string, LedgerRow>>;
    /** For each, in their order, the row that stood against it; undefined if it was written. */
    keep(decisions: readonly NewDecision[]): Promise<PromiseSettledResult<LedgerRow | undefined>[]>;
}

/** Keeps the decisions, all of which must be of transactions that the ledger has; says what came of each. */
export async function decide(
    given: readonly Given[],
    ledger: DecisionLedger,
    { json, now }: { json: boolean; now: string },
): Promise<{ text: string; exitCode: number }> {
    const rows = await ledger.rows(given.map(({ id }) => id));
    const looked = given.map((one) => ({ given: one, row: rows.get(one.id) }));
    // Counters have rows too, but no state.
    const found = looked.flatMap(({ given, row }) => (row?.state === undefined ? [] : [{ given, row }]));
    if (found.length < looked.length) throw unknown(given, new Set(found.map(({ row }) => row.id)));

    const changes = found.filter(({ given, row }) => !stands(given, row));
    const kept = changes.map(({ given, row }) => ({ id: row.id, kept: keptOf(given, now), row }));
    const outcomes = await ledger.keep(kept);
    const outcomeOf = new Map(kept.map(({ id }, index) => [id, outcomes[index]]));
    const decided = found.map(({ given, row }): Decided => {
        const before = standingOf(row);
        const told = { given, row, ...(before && { before }) };
        const outcome = outcomeOf.get(row.id);
        if (outcome === undefined) return { ...told, outcome: "stood" };
        if (outcome.status === "rejected") return { ...told, outcome: "failed", why: String(outcome.reason) };
        const against = outcome.value && standingOf(outcome.value);
        if (outcome.value === undefined) return { ...told, outcome: "written" };
        const meanwhile = { given, row, ...(against && { before: against }) };
        if (!stands(given, outcome.value)) return { ...meanwhile, outcome: "overtaken" };
        // Our own write stands against its repetition when the answer to the first was lost.
        return against?.decidedAt === now ? { ...told, outcome: "written" } : { ...meanwhile, outcome: "stood" };
    });
    const well = decided.every(({ outcome }) => outcome === "written" || outcome === "stood");
    return { text: json ? asJson(decided) : asText(decided), exitCode: well ? 0 : 2 };
}

/** The decision that a row says now. */
export function standingOf({ decision, decidedAt, decidedBy }: LedgerRow): DecisionKept | undefined {
    return decision && { decision, ...(decidedAt && { decidedAt }), ...(decidedBy && { decidedBy }) };
}

function stands({ decision, by }: Given, row: LedgerRow): boolean {
    return row.decision === decision && row.decidedBy === by;
}

function keptOf({ decision, by, note }: Given, now: string): NewDecision["kept"] {
    return { decision, decidedAt: now, decidedBy: by, ...(note === undefined ? {} : { note }) };
}

function unknown(given: readonly Given[], known: ReadonlySet<string>): UserError {
    const missing = given.filter(({ id }) => !known.has(id)).map(({ id }) => `  ${id}`);
    const check = "Check that the id is whole, as the alert has it, and that this is the stack it came to.";
    return new UserError(["The ledger has no transaction", ...missing, `${check} Nothing was written.`].join("\n"));
}
