import { resourceUrn } from "../../local/in-process/resource-urn.ts";
import type { FormerName, Known } from "../../local/in-process/resources.ts";

/** The URNs by which each resource may have gone before, by the one it has now: its own aliases and those of its parents. */
export function formerUrns(resources: readonly Known[]): Map<string, string[]> {
    const byUrn = new Map(resources.map((known) => [known.urn, known]));
    const found = new Map<string, string[]>();
    const of = (known: Known): string[] => {
        const present = found.get(known.urn);
        if (present !== undefined) return present;
        const above = byUrn.get(known.parent);
        const parents = above === undefined ? [] : of(above);
        const urns = parents.flatMap((parent) => [
            urnOf(known, { parent, name: renamedWith(known, above, parent) }),
            ...known.aliases.map((alias) => urnOf(known, { parent, ...alias })),
        ]);
        const all = [...known.aliases.map((alias) => urnOf(known, alias)), ...urns];
        found.set(known.urn, all);
        return all;
    };
    for (const known of resources) of(known);
    return found;
}

function urnOf({ urn, type, name, parent }: Known, alias: FormerName): string {
    if ("urn" in alias) return alias.urn;
    const [head = "", project = ""] = urn.split("::");
    return resourceUrn(head.replace(/^urn:pulumi:/, ""), project, { type, name, parent, ...alias });
}

/** A child that is named for its parent was named for it before, too: so the engine has it. */
function renamedWith({ name }: Known, parent: Known | undefined, formerParent: string): string {
    const former = formerParent.split("::").at(-1) ?? "";
    if (parent === undefined || !name.startsWith(parent.name)) return name;
    return former + name.slice(parent.name.length);
}
