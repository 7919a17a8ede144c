import { gunzipSync } from "node:zlib";

/** COPY as loads write it: a list of objects of JSON lines, gzipped or not, read in the name of a role. */
const COPY =
    /^COPY (\w+) FROM '([^']+)' IAM_ROLE '([^']+)' MANIFEST( GZIP)? FORMAT JSON 'auto ignorecase'\s+TIMEFORMAT 'auto' MAXERROR 0 COMPUPDATE OFF STATUPDATE OFF$/;

export interface Copy {
    table: string;
    /** s3:// address of the list. */
    manifest: string;
    /** ARN of the role in whose name it reads. */
    role: string;
    /** Whether the objects are packed. */
    gzip: boolean;
}

/** Reads an object in the name of a role. Throws an error in Redshift's words for what is not there or not allowed. */
export type ReadAs = (role: string, address: string) => Promise<Uint8Array>;

/** Redshift refuses the load, in its own words. */
export class CopyError extends Error {
    override readonly name = "CopyError";
}

/** What a COPY asks for; undefined for every other statement. */
export function copyOf(statement: string): Copy | undefined {
    if (!/^COPY\b/.test(statement)) return undefined;
    const [, table, manifest, role, gzip] = COPY.exec(statement) ?? [];
    if (table !== undefined && manifest !== undefined && role !== undefined) {
        return { table, manifest, role, gzip: gzip !== undefined };
    }
    throw new CopyError("this local Redshift knows COPY as the loads of analytics/warehouse write it only");
}

/** The rows of all objects of the list, each with its members' names in small letters. */
export async function rowsOf({ manifest, role, gzip }: Copy, read: ReadAs): Promise<object[]> {
    const list = parsed(Buffer.from(await read(role, manifest)).toString(), `Invalid manifest file - ${manifest}`);
    const { entries } = list as { entries?: { url: string; mandatory?: boolean }[] };
    if (!Array.isArray(entries)) throw new CopyError(`Invalid manifest file - ${manifest}`);
    const rows: object[] = [];
    for (const { url } of entries) {
        for (const line of textOf(await read(role, url), gzip).split("\n")) {
            if (line.trim() === "") continue;
            const row = parsed(line, FAILED);
            if (typeof row !== "object" || row === null || Array.isArray(row)) throw new CopyError(FAILED);
            rows.push(Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value])));
        }
    }
    return rows;
}

/** What Redshift says of a row that does not fit. */
export const FAILED = "Load into table 'arrived' failed.  Check 'sys_load_error_detail' system table for details.";

function textOf(body: Uint8Array, gzip: boolean): string {
    if (!gzip) return Buffer.from(body).toString();
    try {
        return gunzipSync(body).toString();
    } catch {
        throw new CopyError("failed to inflate with gzip: invalid or incomplete deflate data.");
    }
}

function parsed(text: string, fault: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        throw new CopyError(fault);
    }
}
