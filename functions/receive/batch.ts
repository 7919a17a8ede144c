import { createHash } from "node:crypto";
import { keyOfRow, SUPPLEMENTARY_SETS, type SupplementarySet } from "../../contract/files/supplementary.ts";
import { bodyOf } from "./body.ts";
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
export function batchOf(set: SupplementarySet, bytes: Buffer): Batch {
    const { value: body, written } = bodyOf(bytes);
    if (!Array.isArray(body) || body.length === 0) throw new Refusal("invalid-body", "It must be a list of rows.");
    if (body.length > MAX_ROWS) throw new Refusal("too-many-rows", `It has ${body.length} of ${MAX_ROWS}.`);
    const schema = SUPPLEMENTARY_SETS[set];
    const seen = new Map<string, number>();
    const lines = body.map((row: unknown, index) => {
        const { data, error } = schema.safeParse(row);
        if (error !== undefined) {
            const field = error.issues[0]?.path.join(".");
            throw new Refusal("invalid-row", `Row ${index + 1} of the batch${field ? `, field ${field}` : ""}.`);
        }
        const key = keyOfRow(set, data);
        const before = seen.get(key);
        if (before !== undefined) throw new Refusal("repeated-row", `Rows ${before + 1} and ${index + 1}.`);
        seen.set(key, index);
        return JSON.stringify(data);
    });
    if (written !== lines.length * Object.keys(schema.shape).length) {
        throw new Refusal("invalid-body", "A row has a field twice.");
    }
    const text = `${lines.join("\n")}\n`;
    return { rows: lines.length, text, sha256: createHash("sha256").update(text).digest("hex") };
}
