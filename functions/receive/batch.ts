import { createHash } from "node:crypto";
import { SUPPLEMENTARY_SETS, type SupplementarySet } from "../../contract/files/supplementary.ts";
import { Refusal } from "./refusal.ts";

/** What was checked and may be stored. */
export interface Batch {
    rows: number;
    /** One row a line, fields in the order of the schema. */
    text: string;
    sha256: string;
}

/** Data Factory sends 1,000 rows at once. */
const MAX_ROWS = 5_000;

/** A batch of rows, all of them sound; one wrong row refuses all, because the set must be whole. */
export function batchOf(set: SupplementarySet, body: unknown): Batch {
    if (!Array.isArray(body) || body.length === 0) throw new Refusal("invalid-body", "It must be a list of rows.");
    if (body.length > MAX_ROWS) throw new Refusal("too-many-rows", `It has ${body.length} of ${MAX_ROWS}.`);
    const schema = SUPPLEMENTARY_SETS[set];
    const lines = body.map((row: unknown, index) => {
        const { data, error } = schema.safeParse(row);
        if (error === undefined) return JSON.stringify(data);
        const field = error.issues[0]?.path.join(".");
        throw new Refusal("invalid-row", `Row ${index + 1} of the batch${field ? `, field ${field}` : ""}.`);
    });
    const text = `${lines.join("\n")}\n`;
    return { rows: lines.length, text, sha256: createHash("sha256").update(text).digest("hex") };
}
