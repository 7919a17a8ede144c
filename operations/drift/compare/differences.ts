import type { Path } from "../../../local/store/paths.ts";
import { isObject, type Properties, type Value } from "../../../local/store/value.ts";
import { canonical, isOrdered, normalised } from "./canonical.ts";

/** One place where reality is not what the state says. */
export interface Difference {
    readonly path: Path;
    /** What the state says; absent where it says nothing. */
    readonly before?: Value;
    /** What the cloud has; absent where it has nothing. */
    readonly after?: Value;
}

/** What tells two items of a list apart from a change of one: its first property of these. */
const NAMES = ["Sid", "sid", "name", "Name", "key", "Key", "id", "Id", "ruleName", "variantName"];

/** Every place where two values do not say the same, as deep as they still have something in common. */
export function differences(before: Value | undefined, after: Value | undefined, path: Path = []): Difference[] {
    const property = path.findLast((step) => typeof step === "string");
    if (before === after || canonical(before, property) === canonical(after, property)) return [];
    const [old, now] = [before, after].map((value) => normalised(value ?? (isTags(path) ? {} : value), property));
    if (isObject(old) && isObject(now)) return inside(old, now, path);
    if (Array.isArray(old) && Array.isArray(now)) return ofLists(old, now, path, isOrdered(property));
    return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

/** Tags are looked at one by one, also where there was none before. */
function isTags(path: Path): boolean {
    return path.length === 1 && (path[0] === "tags" || path[0] === "tagsAll");
}

function inside(old: Properties, now: Properties, path: Path): Difference[] {
    const names = new Set([...Object.keys(old), ...Object.keys(now)]);
    return [...names]
        .filter((name) => !name.startsWith("__"))
        .flatMap((name) => differences(old[name], now[name], [...path, name]));
}

/** Items that both have go first, wherever they stand; of what is left, those of one name are a change of each other. */
function ofLists(old: readonly Value[], now: readonly Value[], path: Path, ordered: boolean): Difference[] {
    if (ordered) {
        const longest = Array.from({ length: Math.max(old.length, now.length) }, (_, index) => index);
        return longest.flatMap((index) => differences(old[index], now[index], [...path, index]));
    }
    const left = new Map<string, number[]>();
    now.forEach((item, index) => {
        const key = canonical(item);
        left.set(key, [...(left.get(key) ?? []), index]);
    });
    const gone = old
        .map((item, index) => ({ item, index }))
        .filter(({ item }) => left.get(canonical(item))?.shift() === undefined);
    const come = [...left.values()].flat().sort((one, other) => one - other);
    return paired(gone, come, now).flatMap(([from, to]) => {
        const index = to ?? from?.index ?? 0;
        return differences(from?.item, to === undefined ? undefined : now[to], [...path, index]);
    });
}

type Gone = { item: Value; index: number };

function paired(gone: Gone[], come: number[], now: readonly Value[]): [Gone | undefined, number | undefined][] {
    const free = new Set(come);
    const pairs = gone.map((from): [Gone | undefined, number | undefined] => {
        const alone = gone.length === 1 && come.length === 1 && isObject(from.item);
        const name = nameOf(from.item);
        const to = alone ? come[0] : [...free].find((index) => name !== undefined && nameOf(now[index]) === name);
        if (to !== undefined) free.delete(to);
        return [from, to];
    });
    return [...pairs, ...[...free].map((to): [undefined, number] => [undefined, to])];
}

function nameOf(item: Value | undefined): string | undefined {
    if (!isObject(item)) return undefined;
    const name = NAMES.find((key) => typeof item[key] === "string");
    return name === undefined ? undefined : `${name}=${String(item[name])}`;
}
