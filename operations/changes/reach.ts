import { labelOf } from "../baselines/planned.ts";
import type { Changes, Stood } from "./change.ts";
import { NamedResources } from "./named.ts";

/** What depends on a resource that a change touches. */
export interface Reach {
    readonly urn: string;
    readonly resource: string;
    /** Those that name it themselves. */
    readonly direct: readonly string[];
    /** All of them, however far away. */
    readonly total: number;
}

/** The resources that are changed, replaced or deleted, and what depends on each; the widest reach first. */
export function reachOf({ changes, before, after }: Changes): Reach[] {
    const touched = changes.filter(({ operation }) => operation !== "create" && operation !== "same");
    if (touched.length === 0) return [];
    const byUrn = new Map([...(before ?? []), ...after].map((one) => [one.urn, one]));
    const dependents = dependentsIn([...byUrn.values()]);
    return touched
        .map((change): Reach => {
            const all = everything(change.urn, dependents);
            const direct = [...(dependents.get(change.urn) ?? [])].map((urn) => labelOf(byUrn.get(urn) as Stood));
            return { urn: change.urn, resource: labelOf(change), direct: direct.sort(), total: all.size };
        })
        .filter(({ total }) => total > 0)
        .sort((one, other) => other.total - one.total || (one.resource < other.resource ? -1 : 1));
}

/** Who depends on each resource: by what its properties were made from, else by the names that they hold. */
function dependentsIn(resources: readonly Stood[]): Map<string, Set<string>> {
    const byLabel = new Map(resources.map((one) => [labelOf(one), one.urn]));
    const named = new NamedResources(resources);
    const found = new Map<string, Set<string>>();
    for (const resource of resources) {
        for (const on of resource.dependencies ?? namedIn(named.inputsOf(resource), byLabel)) {
            if (on !== resource.urn) found.set(on, (found.get(on) ?? new Set()).add(resource.urn));
        }
    }
    return found;
}

function namedIn(inputs: unknown, byLabel: ReadonlyMap<string, string>): string[] {
    const labels = [...JSON.stringify(inputs).matchAll(/\$\{([^}]+)\.\w+\}/g)].map(([, label = ""]) => label);
    return labels.flatMap((label) => byLabel.get(label) ?? []);
}

function everything(urn: string, dependents: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
    const seen = new Set<string>();
    const next = [urn];
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
        for (const dependent of dependents.get(one) ?? []) {
            if (seen.has(dependent) || dependent === urn) continue;
            seen.add(dependent);
            next.push(dependent);
        }
    }
    return seen;
}
