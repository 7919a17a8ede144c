import { parseUrn } from "./urn.ts";

interface Named {
    readonly urn: string;
}

/**
 * The one resource that a person means by a URN, by a name, or by `Type::name`, where the type may be short (`Queue`)
 * or whole (`aws:sqs/queue:Queue`).
 */
export function lookUp<R extends Named>(resources: readonly R[], wanted: string): R {
    const exact = resources.filter(({ urn }) => urn === wanted);
    const found = exact.length > 0 ? exact : resources.filter(({ urn }) => answersTo(urn, wanted));
    const [only, ...others] = found;
    if (only === undefined) throw new Error(notFound(resources, wanted));
    if (others.length > 0) throw new Error(`${wanted} could be any of these; give one of them whole:${list(found)}`);
    return only;
}

function answersTo(urn: string, wanted: string): boolean {
    const { type, name } = parseUrn(urn);
    const shortType = type.split(":").pop();
    return [name, `${shortType}::${name}`, `${type}::${name}`].some((text) => text === wanted);
}

function notFound(resources: readonly Named[], wanted: string): string {
    if (resources.length === 0) return `no resource ${wanted}: the store is empty`;
    const name = wanted.split("::").pop() ?? wanted;
    const near = resources
        .map(({ urn }) => ({ urn, distance: editDistance(parseUrn(urn).name, name) }))
        .sort((one, other) => one.distance - other.distance)
        .slice(0, 3);
    return `no resource ${wanted}; near it:${list(near)}`;
}

function list(resources: readonly Named[]): string {
    return resources.map(({ urn }) => `\n  ${urn}`).join("");
}

/** How many characters must be added, removed or changed to make one text of the other. */
function editDistance(from: string, to: string): number {
    let row = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const [above, letter] of [...from].entries()) {
        const next = [above + 1];
        for (let at = 0; at < to.length; at++) {
            const change = (row[at] ?? 0) + (letter === to[at] ? 0 : 1);
            next.push(Math.min(change, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
        }
        row = next;
    }
    return row[to.length] ?? to.length;
}
