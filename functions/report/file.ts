import { createHash } from "node:crypto";
import { inLetters } from "../../contract/cards/own-names.ts";
import type { CsvFile } from "./csv.ts";
import { parseManifest, type ReportManifest, sameContent } from "./manifest.ts";
import type { Period } from "./period.ts";
import type { ReportStore } from "./ports.ts";

/** One answered query of a report. */
export interface Finding {
    query: string;
    querySha256: string;
    scannedBytes: number;
    csv: CsvFile;
}

export interface Filed {
    manifest: ReportManifest;
    /** Key of the manifest. */
    key: string;
    /** Of the manifest as it lies there, in hexadecimal. */
    sha256: string;
    /** False when the newest version says the same already. */
    isNew: boolean;
}

/** Others kept filing the same report at the same time. */
export class FilingError extends Error {
    override readonly name = "FilingError";
}

const ATTEMPTS = 5;

/** Where a report of a period lies. */
export function folderOf(report: string, { from, to }: Period): string {
    return `reports/${report}/${from === to ? from : `${from}_${to}`}`;
}

export function manifestKey(folder: string, version: number): string {
    return `${folder}/manifest-${version}.json`;
}

/**
 * Puts a report beside what is there. A file is named by its hash, so the same content is the same file and no other can
 * take its place; the manifest comes last and makes the version exist. Two at a time get a number each.
 */
export async function file(
    of: { report: string; period: Period; madeAt: string; program: string },
    findings: readonly Finding[],
    store: ReportStore,
): Promise<Filed> {
    const folder = folderOf(of.report, of.period);
    const files = findings.map(({ query, querySha256, scannedBytes, csv }) => {
        const { rows, bytes, sha256 } = csv;
        const name = `${folder}/${query}-${inLetters(sha256.slice(0, 16))}.csv`;
        return { query, querySha256, scannedBytes, file: name, rows, bytes: bytes.length, sha256 };
    });
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const newest = await newestOf(folder, store);
        const version = (newest?.version ?? 0) + 1;
        const manifest: ReportManifest = { ...of, version, files };
        if (newest !== undefined && sameContent(newest, manifest)) {
            const key = manifestKey(folder, newest.version);
            return { manifest: newest, key, sha256: hashOf((await store.read(key)) ?? ""), isNew: false };
        }
        for (const [index, { csv }] of findings.entries()) {
            await store.create(files[index]?.file ?? "", csv.bytes, "text/csv");
        }
        const key = manifestKey(folder, version);
        const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
        if (await store.create(key, text, "application/json")) {
            return { manifest, key, sha256: hashOf(text), isNew: true };
        }
    }
    throw new FilingError(`${folder} got ${ATTEMPTS} other versions meanwhile: run one report at a time`);
}

function hashOf(text: string): string {
    return createHash("sha256").update(text).digest("hex");
}

/** Versions follow each other without a gap, and a period has few. */
async function newestOf(folder: string, store: ReportStore): Promise<ReportManifest | undefined> {
    let newest: ReportManifest | undefined;
    for (let version = 1; ; version++) {
        const key = manifestKey(folder, version);
        const text = await store.read(key);
        if (text === undefined) return newest;
        newest = parseManifest(key, text);
    }
}
