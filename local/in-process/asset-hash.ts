import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ARCHIVE, ASSET, SIGNATURE, signatureOf } from "../store/signatures.ts";
import { isObject, type Properties, type Value } from "../store/value.ts";
import { tar } from "./tar.ts";

/** What the engine takes for an archive as it is. Any other path is a folder. */
const ARCHIVE_FILE = /\.(tar|tgz|tar\.gz|zip|jar)$/;

/** The properties with the hash of the content in each asset and archive, which the engine adds to what it is told. */
export function withAssetHashes(value: Properties): Properties {
    return hashed(value) as Properties;
}

function hashed(value: Value): Value {
    if (Array.isArray(value)) return value.map(hashed);
    if (!isObject(value)) return value;
    const signature = signatureOf(value);
    if (signature === ASSET) return { ...contentOf(value, signature), hash: hashOf(assetContent(value)) };
    if (signature === ARCHIVE) return { ...contentOf(value, signature), hash: hashOf(archiveContent(value)) };
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hashed(item)]));
}

/** What the engine reads of an asset; the SDK also sends the marks by which it tells its classes apart. */
function contentOf({ path, text, uri, assets }: Properties, signature: string): Properties {
    return {
        [SIGNATURE]: signature,
        ...(path !== undefined && { path }),
        ...(text !== undefined && { text }),
        ...(uri !== undefined && { uri }),
        ...(isObject(assets) && { assets: hashed(assets) }),
    };
}

function assetContent({ path, text, uri }: Properties): Uint8Array {
    if (typeof path === "string") return readFileSync(path);
    if (typeof text === "string") return Buffer.from(text);
    throw new Error(`an asset is fetched from ${String(uri)}, which no guardrail does: use a file, or npm run preview`);
}

function archiveContent(archive: Properties): Uint8Array {
    const { path } = archive;
    return typeof path === "string" && ARCHIVE_FILE.test(path) ? readFileSync(path) : tar(filesOf(archive));
}

/** Name and content of each file, in the order in which the engine packs them. */
function filesOf({ path, assets, uri }: Properties, within = ""): [string, Uint8Array][] {
    if (typeof path === "string") return folderFiles(path, within);
    if (!isObject(assets)) {
        throw new Error(
            `an archive is fetched from ${String(uri)}, which no guardrail does: use a file, or npm run preview`,
        );
    }
    return Object.entries(assets)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([name, item]) => {
            if (!isObject(item)) return [];
            const place = join(within, name);
            return signatureOf(item) === ASSET ? [[place, assetContent(item)]] : filesOf(item, place);
        });
}

function folderFiles(folder: string, within: string): [string, Uint8Array][] {
    return readdirSync(folder)
        .sort()
        .flatMap((name) => {
            const file = join(folder, name);
            const place = join(within, name);
            return statSync(file).isDirectory() ? folderFiles(file, place) : [[place, readFileSync(file)]];
        });
}

function hashOf(content: Uint8Array): string {
    return createHash("sha256").update(content).digest("hex");
}
