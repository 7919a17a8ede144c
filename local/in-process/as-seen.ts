import { normalised } from "../providers/values/normalised.ts";
import { isSecret, OUTPUT, RESOURCE_REFERENCE, signatureOf, UNKNOWN } from "../store/signatures.ts";
import { isObject, type Properties, type Value } from "../store/value.ts";

/** Inputs as the engine hands them to a provider: one mark for unknowns, and resources as their ids. */
export function asProviderSees(inputs: Properties): Properties {
    return withoutReferences(normalised(inputs)) as Properties;
}

function withoutReferences(value: Value): Value {
    if (Array.isArray(value)) return value.map(withoutReferences);
    if (!isObject(value)) return value;
    if (signatureOf(value) === RESOURCE_REFERENCE) return idOf(value);
    return mapped(value, withoutReferences);
}

/** Properties as the engine hands them to the guardrails: secrets opened, resources as ids, nothing that is internal. */
export function asGuardrailsSee(properties: Properties): Properties {
    return seen(properties) as Properties;
}

function seen(value: Value): Value {
    if (Array.isArray(value)) return value.map(seen);
    if (!isObject(value)) return value;
    if (isSecret(value)) return seen(value.value ?? null);
    const signature = signatureOf(value);
    if (signature === OUTPUT) return seen(value.value ?? UNKNOWN);
    if (signature === RESOURCE_REFERENCE) return idOf(value);
    return Object.fromEntries(
        Object.entries(value).flatMap(([key, item]) => (key.startsWith("__") ? [] : [[key, seen(item)]])),
    );
}

/** A component has no id, so its URN stands for it. */
function idOf({ id, urn }: Properties): Value {
    return id ?? urn ?? null;
}

function mapped(properties: Properties, change: (value: Value) => Value): Properties {
    return Object.fromEntries(Object.entries(properties).map(([key, item]) => [key, change(item)]));
}
