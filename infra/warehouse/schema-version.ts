import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../analytics/warehouse/migrations");

/** The schema that the migrations make: the last one's name, and a hash of them all. */
export function schemaVersion(folder = FOLDER): { migration: string; hash: string } {
    const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
    const hash = createHash("sha256");
    for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
    return { migration: files.at(-1)?.replace(/\.sql$/, "") ?? "none", hash: hash.digest("hex").slice(0, 16) };
}
