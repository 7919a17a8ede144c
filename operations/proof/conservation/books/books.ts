import type { QuarantineLine } from "../../../../contract/files/quarantine.ts";
import { fromItem } from "../../../../functions/adapters/attribute-values.ts";
import type { LedgerRow } from "../../../../functions/adapters/ledger-row.ts";
import type { Cloud } from "../cloud/cloud.ts";
import type { Loaded } from "../cloud/warehouse.ts";
import { type ParkedOne, parkedOnes } from "./parked.ts";

/** What became of everything, as the stores say that an auditor would read: by name of the delivery, and by id. */
export interface Books {
    rows: ReadonlyMap<string, LedgerRow>;
    /** Origins that carried a scored transaction, each with its id. */
    scored: ReadonlyMap<string, string>;
    duplicates: ReadonlyMap<string, string>;
    quarantined: ReadonlyMap<string, QuarantineLine>;
    parked: readonly ParkedOne[];
    /** Every row of the warehouse. */
    loaded: readonly Loaded[];
    alerts: ReadonlyMap<string, number>;
    discrepancies: ReadonlyMap<string, number>;
}

export async function readBooks(cloud: Cloud): Promise<Books> {
    const rows = new Map<string, LedgerRow>();
    const scored = new Map<string, string>();
    const duplicates = new Map<string, string>();
    for (const item of cloud.tables.items("ledger")) {
        const row = fromItem(item) as unknown as LedgerRow;
        rows.set(row.id, row);
        if (row.state === "scored") scored.set(row.origin, row.id);
        for (const origin of row.duplicateOrigins ?? []) duplicates.set(origin, row.id);
    }
    return {
        ...{ rows, scored, duplicates, quarantined: quarantinedIn(cloud) },
        parked: parkedOnes(cloud),
        loaded: await cloud.warehouse.rows(),
        alerts: cloud.topics.alerts,
        discrepancies: cloud.topics.discrepancies,
    };
}

function quarantinedIn({ objects }: Cloud): Map<string, QuarantineLine> {
    const lines = new Map<string, QuarantineLine>();
    for (const [key, { body }] of objects.of("quarantine")) {
        if (!key.startsWith("rows/")) continue;
        for (const text of body.toString().trimEnd().split("\n")) {
            const line: QuarantineLine = JSON.parse(text);
            lines.set(line.origin, line);
        }
    }
    return lines;
}
