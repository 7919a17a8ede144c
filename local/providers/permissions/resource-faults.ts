import { canName } from "./arn-forms.ts";
import type { Fault, Meant } from "./meant-actions.ts";
import { serviceOf } from "./reference.ts";
import { SPARED_TYPES } from "./reference-gaps.ts";
import { type Statement, texts } from "./statement.ts";

/** What is wrong with the resources of a statement that allows: names that none of its actions ever works on. */
export function resourceFaults({ Resource }: Statement, meant: readonly Meant[]): Fault[] {
    const resources = texts(Resource);
    if (resources.length === 0 || resources.includes("*") || meant.length === 0) return [];
    const faults = meant
        .filter(({ byWildcard }) => !byWildcard)
        .flatMap((one): Fault[] => {
            if (one.types.length === 0) return [{ path: one.path, reason: noLevel(one) }];
            const fits = resources.some((resource) => one.types.some(({ arn }) => fitsForm(resource, arn)));
            return fits ? [] : [{ path: one.path, reason: otherType(one, resources) }];
        });
    const listed = Array.isArray(Resource);
    const idle = resources.flatMap((resource, index): Fault[] => {
        const used = meant.some(({ types }) => types.some(({ arn }) => fitsForm(resource, arn)));
        const path = listed ? ["Resource", index] : ["Resource"];
        return used ? [] : [{ path, reason: `${resource} is of no type that an action of this statement works on` }];
    });
    return faults.length > 0 ? faults : idle;
}

/** Types of resources that an action of the policy always needs besides, and that no statement names with it. */
export function missingTypes(allowing: readonly { statement: Statement; meant: readonly Meant[] }[]): Fault[] {
    const named = new Map<string, { resources: string[]; first: Meant; index: number }>();
    for (const [index, { statement, meant }] of allowing.entries()) {
        for (const one of meant) {
            if (one.byWildcard) continue;
            const key = `${one.service}:${one.action.name}`;
            const before = named.get(key) ?? { resources: [], first: one, index };
            named.set(key, { ...before, resources: [...before.resources, ...texts(statement.Resource)] });
        }
    }
    return [...named].flatMap(([key, { resources, first, index }]): Fault[] => {
        if (ofOneThing(first.action.name) || resources.length === 0 || resources.includes("*")) return [];
        const isNamed = (type: string): boolean => {
            const form = serviceOf(first.service)?.resourceTypes[type.toLowerCase()]?.arn;
            return form === undefined || resources.some((resource) => fitsForm(resource, form));
        };
        const spared = SPARED_TYPES[key.toLowerCase()];
        const missing = first.action.resourceTypes.filter(
            ({ name, required }) => required && !isNamed(name) && !(spared?.type === name && isNamed(spared.by)),
        );
        if (missing.length === 0) return [];
        const types = missing.map(({ name }) => name).join(" and ");
        return [{ path: [index, ...first.path], reason: `${key} works on a ${types} too, and none is named for it` }];
    });
}

/** Tags are of one thing at a time, whatever else could have some. */
function ofOneThing(action: string): boolean {
    return /^(Tag|Untag|AddTags|RemoveTags)|Tags(ForResource|OfResource)?$/.test(action);
}

/** CloudWatch Logs takes its groups with ":*" behind them, which means their streams. */
function fitsForm(resource: string, form: string): boolean {
    return canName(resource, form) || (/:log-group:/.test(form) && canName(resource.replace(/:\*$/, ""), form));
}

function noLevel({ service, action }: Meant): string {
    return `${service}:${action.name} works on no resource that a policy can name, so it needs "*"; with anything else it is never allowed`;
}

function otherType({ service, action }: Meant, resources: readonly string[]): string {
    const types = action.resourceTypes.map(({ name }) => name).join(", ");
    return `${service}:${action.name} works on ${types}, and ${resources[0]} is none`;
}
