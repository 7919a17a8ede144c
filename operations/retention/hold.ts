import { UserError } from "../cli/user-error.ts";
import type { Keeping } from "./kept.ts";

export interface Held {
    readonly id: string;
    readonly recordKey: string;
    readonly versions: number;
}

/** Puts a legal hold on the records of these transactions, or lifts it; all of them must be known. */
export async function holdRecords(keeping: Keeping, ids: readonly string[], isHeld: boolean): Promise<Held[]> {
    const found = await Promise.all(ids.map(async (id) => ({ id, recordKey: await keeping.recordOf(id) })));
    const unknown = found.filter(({ recordKey }) => recordKey === undefined).map(({ id }) => `  ${id}`);
    if (unknown.length > 0) {
        throw new UserError(
            [
                "The ledger names no record of",
                ...unknown,
                "Check the ids, and that this is the stack. Nothing was changed.",
            ].join("\n"),
        );
    }
    const held: Held[] = [];
    for (const { id, recordKey = "" } of found) {
        held.push({ id, recordKey, versions: await keeping.hold(recordKey, isHeld) });
    }
    return held;
}
