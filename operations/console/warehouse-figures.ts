import { RedshiftDataClient } from "@aws-sdk/client-redshift-data";
import { DataApiWarehouse } from "../../functions/adapters/data-api.ts";
import type { Clients } from "../../local/services/clients.ts";
import { groupBy } from "../cli/group-by.ts";

/** A part of the warehouse's transactions, by what they have in common. */
export interface WarehousePart {
    source: string;
    channel: string;
    /** Score in tenths, cut: 9 is 0.9 to 1. */
    tenth: number;
    transactions: number;
    alerts: number;
}

const DATABASE = "compliance";
/** One question for all figures, since the warehouse answers one after the other. */
export const PARTS_SQL = `SELECT source, channel, CASE WHEN score >= 1 THEN 9 ELSE CAST(FLOOR(score * 10) AS INTEGER) END AS tenth,
    COUNT(*) AS transactions, SUM(CASE WHEN verdict = 'alert' THEN 1 ELSE 0 END) AS alerts
FROM compliance.transactions
GROUP BY 1, 2, 3`;

export async function readParts(clients: Clients, workgroupName: string): Promise<WarehousePart[]> {
    const clock = { hasTime: () => true, sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) };
    const warehouse = new DataApiWarehouse(
        clients.of(RedshiftDataClient),
        { workgroupName, database: DATABASE },
        clock,
    );
    const rows = await warehouse.rows("what the console shows of it", PARTS_SQL);
    return rows.map(([source, channel, tenth, transactions, alerts]) => ({
        source: String(source),
        channel: String(channel),
        tenth: Number(tenth),
        transactions: Number(transactions),
        alerts: Number(alerts),
    }));
}

/** Sums by one of what they have in common. */
export function summed<K extends "source" | "channel" | "tenth">(parts: readonly WarehousePart[], by: K) {
    const sum = (of: readonly WarehousePart[], what: "transactions" | "alerts") =>
        of.reduce((total, part) => total + part[what], 0);
    const groups = [...groupBy(parts, (part) => part[by])].sort(([a], [b]) => (a < b ? -1 : 1));
    return groups.map(([value, of]) => ({ value, transactions: sum(of, "transactions"), alerts: sum(of, "alerts") }));
}
