import { parseUrn } from "../store/urn.ts";
import type { Properties } from "../store/value.ts";
import type { Failure } from "./checks/check.ts";
import { checkName } from "./checks/name.ts";
import { referenceFaults } from "./checks/references.ts";
import type { Cloud } from "./cloud.ts";
import { modelFaults } from "./models/model-faults.ts";
import { shapeOf } from "./models/tables.ts";
import { autoName } from "./naming/auto-name.ts";
import { uniqueHex } from "./naming/unique.ts";
import type { TypeDefinition } from "./types/definition.ts";
import { plainProperties, secretTexts } from "./values/plain.ts";
import type { Identity } from "./view.ts";

/** Input that names the properties which the provider filled in; the real AWS provider keeps the same list. */
export const DEFAULTS = "__defaults";

export interface Checked {
    readonly inputs: Properties;
    readonly failures: Failure[];
}

/** Fills in defaults and the name, then refuses what the cloud would refuse. */
export function checkInputs(
    definition: TypeDefinition,
    identity: Identity,
    olds: Properties,
    news: Properties,
    cloud: Cloud,
): Checked {
    const given = Object.entries(news).filter(([name, value]) => name !== DEFAULTS && value !== null);
    const inputs: Properties = Object.fromEntries(given);
    const filled: string[] = [];
    for (const [name, value] of Object.entries(defaultsOf(definition, cloud))) {
        if (inputs[name] !== undefined) continue;
        inputs[name] = value;
        filled.push(name);
    }
    const rule = definition.name;
    const named = rule === undefined || inputs[rule.property] !== undefined;
    if (!named && !hasPrefix(definition, inputs)) {
        const hex = (purpose: string, length: number) => uniqueHex(identity.urn, identity.generation, purpose, length);
        const kept = madeNames(olds).includes(rule.property) ? olds[rule.property] : undefined;
        inputs[rule.property] = kept ?? autoName(rule, identity.name, inputs, hex);
        filled.push(rule.property);
    }
    inputs[DEFAULTS] = filled.sort();
    const known = plainProperties(inputs);
    const nameFailures = rule === undefined ? [] : checkName(rule, known, filled.includes(rule.property));
    const own = [...nameFailures, ...(definition.checks ?? []).flatMap((check) => check(known))];
    const { type } = parseUrn(identity.urn);
    const shape = shapeOf(type);
    const byModel = shape === undefined ? [] : untold(own, modelFaults(shape, known));
    const failures = [...own, ...byModel];
    if (type.startsWith("aws:")) {
        failures.push(...untold(failures, referenceFaults(known, String(known.region ?? cloud.region))));
    }
    return { inputs, failures: withoutSecrets(failures, secretTexts(inputs)) };
}

/** What the model refuses where a table has not said it already, in words of its own. */
function untold(told: readonly Failure[], byModel: readonly Failure[]): Failure[] {
    return byModel.filter(({ property }) => !told.some((one) => one.property === property));
}

/** The properties of these checked inputs that the provider filled in. */
export function madeNames(inputs: Properties): string[] {
    const made = inputs[DEFAULTS];
    return Array.isArray(made) ? made.filter((name) => typeof name === "string") : [];
}

/** Reasons show the refused value, which must stay secret if it is. */
function withoutSecrets(failures: Failure[], secrets: readonly string[]): Failure[] {
    return failures.map(({ property, reason }) => ({
        property,
        reason: secrets.reduce((text, hidden) => text.replaceAll(hidden, "[secret]"), reason),
    }));
}

function defaultsOf({ defaults = {} }: TypeDefinition, cloud: Cloud): Properties {
    return typeof defaults === "function" ? defaults(cloud) : defaults;
}

function hasPrefix(definition: TypeDefinition, inputs: Properties): boolean {
    const prefix = definition.name?.prefixProperty;
    return prefix !== undefined && inputs[prefix] !== undefined;
}
