import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { paths } from "../../../tools/paths.mjs";
import { PRELUDE } from "./dialect.ts";

/** Times stay texts: Redshift gives them without a zone, and JavaScript would read them in its own. */
const TIMES = [1082, 1114, 1184];
const options = { parsers: Object.fromEntries(TIMES.map((type) => [type, (value: string) => value])) };

/**
 * An empty database in memory. To make one takes PostgreSQL four seconds, so the first is kept as a file from which others
 * begin in one: 40 MB, in the cache of this repository.
 */
export async function openDatabase(): Promise<PGlite> {
    const manifest = path.join(paths.nodeModules, "@electric-sql/pglite/package.json");
    const { version }: { version: string } = JSON.parse(await readFile(manifest, "utf8"));
    const file = path.join(paths.cache, `pglite-${version}.tar`);
    const kept = await readFile(file).catch(() => undefined);
    const database = kept
        ? new PGlite({ ...options, loadDataDir: new Blob([new Uint8Array(kept)]) })
        : new PGlite(options);
    await database.waitReady;
    if (!kept) await keep(database, file);
    await database.exec(PRELUDE);
    return database;
}

/** Written whole or not at all, whoever else does the same. */
async function keep(database: PGlite, file: string): Promise<void> {
    const dump = await database.dumpDataDir("none");
    const draft = `${file}.${process.pid}.draft`;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, new Uint8Array(await dump.arrayBuffer()));
    await rename(draft, file);
}
