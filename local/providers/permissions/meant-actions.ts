import { canName } from "./arn-forms.ts";
import { type Action, type ResourceType, serviceOf } from "./reference.ts";
import { FURTHER_ACTIONS, FURTHER_TYPES } from "./reference-gaps.ts";
import { type Statement, texts } from "./statement.ts";

/** What is wrong in a statement, by the path inside it. */
export interface Fault {
    readonly path: readonly (string | number)[];
    readonly reason: string;
}

/** An action that a statement means, by its name or by a wildcard. */
export interface Meant {
    readonly service: string;
    readonly action: Action;
    readonly byWildcard: boolean;
    /** Types of its resources. */
    readonly types: readonly ResourceType[];
    /** Where it stands in the statement. */
    readonly path: readonly (string | number)[];
}

/** The actions that a statement names, and faults of those that AWS does not have. */
export function meantActions({ Action: given }: Statement): { meant: Meant[]; faults: Fault[] } {
    const meant: Meant[] = [];
    const faults: Fault[] = [];
    const listed = Array.isArray(given);
    for (const [index, name] of texts(given).entries()) {
        const path = listed ? ["Action", index] : ["Action"];
        if (name === "*") continue;
        const found = actionsNamed(name);
        if (typeof found === "string") faults.push({ path, reason: found });
        else meant.push(...found.map((one) => ({ ...one, path })));
    }
    return { meant, faults };
}

/** Statements name the same actions again and again. */
const asked = new Map<string, Omit<Meant, "path">[] | string>();

function actionsNamed(name: string): Omit<Meant, "path">[] | string {
    const known = asked.get(name) ?? lookedUp(name);
    asked.set(name, known);
    return known;
}

function lookedUp(name: string): Omit<Meant, "path">[] | string {
    const [prefix = "", rest = ""] = name.toLowerCase().split(":");
    const service = serviceOf(prefix);
    if (service === undefined) return `names the service ${prefix}, which AWS's reference does not have, in ${name}`;
    const byWildcard = /[*?]/.test(rest);
    const found = byWildcard
        ? Object.entries(service.actions).flatMap(([key, action]) => (canName(rest, key) ? [action] : []))
        : [service.actions[rest] ?? further(`${prefix}:${rest}`)].flat();
    if (found.length === 0) return `${name} is no action that AWS has`;
    return found.map((action) => ({
        service: prefix,
        action,
        byWildcard,
        types: [
            ...action.resourceTypes.map(({ name: type }) => type.toLowerCase()),
            ...(FURTHER_TYPES[`${prefix}:${action.name.toLowerCase()}`] ?? []),
        ].flatMap((type) => service.resourceTypes[type] ?? []),
    }));
}

function further(action: string): Action[] {
    const name = FURTHER_ACTIONS[action];
    return name === undefined ? [] : [{ name, resourceTypes: [], conditionKeys: [] }];
}
