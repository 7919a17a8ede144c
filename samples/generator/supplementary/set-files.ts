import { SUPPLEMENTARY_SETS, type SupplementarySet } from "../../../contract/files/supplementary.ts";
import type { Sets } from "./known-of.ts";

/** The files as a writer on Azure puts them there, by their path in the container. */
export function setFiles(sets: Sets): Map<string, string> {
    return new Map(
        Object.entries(sets).map(([name, rows]) => {
            const columns = Object.keys(SUPPLEMENTARY_SETS[name as SupplementarySet].shape);
            const lines = rows.map((row: Record<string, string>) => columns.map((column) => row[column]).join(","));
            return [`${name}/latest.csv`, [columns.join(","), ...lines].map((line) => `${line}\n`).join("")];
        }),
    );
}
