import { isDeepStrictEqual } from "node:util";
import { formatPath, type Path, parsePath, type Step } from "../store/paths.ts";
import { ARCHIVE, ASSET, signatureOf } from "../store/signatures.ts";
import { isObject, type Properties, type Value } from "../store/value.ts";
import { DEFAULTS } from "./check-inputs.ts";
import { plain } from "./values/plain.ts";

export interface Change {
    readonly path: string;
    readonly kind: "add" | "delete" | "update";
    readonly replaces: boolean;
}

/** Every place where the inputs differ. Computed properties are no inputs, so they cannot make a difference. */
export function differences(olds: Properties, news: Properties, replaceOn: readonly string[]): Change[] {
    const forcing = replaceOn.map(parsePath);
    const found: { path: Path; kind: Change["kind"] }[] = [];
    const { [DEFAULTS]: _old, ...before } = olds;
    const { [DEFAULTS]: _new, ...after } = news;
    compare(plain(before), plain(after), [], found);
    return found.map(({ path, kind }) => ({
        path: formatPath(path),
        kind,
        replaces: forcing.some((forced) => overlaps(forced, path)),
    }));
}

function compare(
    old: Value | undefined,
    now: Value | undefined,
    path: Path,
    found: { path: Path; kind: Change["kind"] }[],
): void {
    if (same(old, now)) return;
    if (Array.isArray(old) && Array.isArray(now)) {
        const length = Math.max(old.length, now.length);
        for (let index = 0; index < length; index++) compare(old[index], now[index], [...path, index], found);
    } else if (isNested(old) && isNested(now)) {
        const names = new Set([...Object.keys(old), ...Object.keys(now)]);
        for (const name of names) compare(old[name], now[name], [...path, name], found);
    } else {
        found.push({ path, kind: old === undefined ? "add" : now === undefined ? "delete" : "update" });
    }
}

function same(old: Value | undefined, now: Value | undefined): boolean {
    if (isDeepStrictEqual(old, now)) return true;
    const [oldHash, newHash] = [fileHash(old), fileHash(now)];
    if (oldHash !== undefined && newHash !== undefined) return oldHash === newHash;
    const [oldDocument, newDocument] = [jsonDocument(old), jsonDocument(now)];
    return oldDocument !== undefined && isDeepStrictEqual(oldDocument, newDocument);
}

/** Assets and archives are the same when their content is, wherever the file lies. */
function fileHash(value: Value | undefined): Value | undefined {
    const signature = signatureOf(value);
    return isObject(value) && (signature === ASSET || signature === ARCHIVE) ? value.hash : undefined;
}

/** Policies and the like, which the clouds keep by meaning, not by layout. */
function jsonDocument(value: Value | undefined): unknown {
    if (typeof value !== "string" || !/^\s*[{[]/.test(value)) return undefined;
    try {
        return JSON.parse(value) as unknown;
    } catch {
        return undefined;
    }
}

function isNested(value: Value | undefined): value is Properties {
    return isObject(value) && signatureOf(value) === undefined;
}

/** Whether one path is the other or leads to it: an object that vanishes takes the forcing property with it. */
function overlaps(forced: Path, path: Path): boolean {
    const length = Math.min(forced.length, path.length);
    const fits = (wanted: Step | undefined, step: Step | undefined) =>
        wanted === step || (wanted === "*" && typeof step === "number");
    return forced.slice(0, length).every((wanted, index) => fits(wanted, path[index]));
}
