import { secret, signatureOf, UNKNOWN } from "../store/signatures.ts";
import { isObject, type Properties, type Value } from "../store/value.ts";
import { DEFAULTS } from "./check-inputs.ts";
import type { ResourceView, TypeDefinition } from "./types/definition.ts";
import { hasUnknown, secretTexts } from "./values/plain.ts";

export interface Prediction {
    /** Unknown when it is made of something unknown. */
    readonly id: string;
    readonly outputs: Properties;
}

/** The id and all outputs that the cloud would give; in a preview too. */
export function predict(definition: TypeDefinition, view: ResourceView, inputs: Properties): Prediction {
    const secrets = secretTexts(inputs);
    const marked = (value: Value): Value => {
        if (typeof value === "string" && hasUnknown(value)) return UNKNOWN;
        if (typeof value === "string" && secrets.some((text) => value.includes(text))) return secret(value);
        if (Array.isArray(value)) return value.map(marked);
        if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, marked(item)]));
        return value;
    };
    const id = definition.id(view);
    const added: Properties = { ...definition.outputs?.(view), id };
    if (definition.name !== undefined && view.physicalName !== "") added[definition.name.property] = view.physicalName;
    const { [DEFAULTS]: _, ...given } = inputs;
    const outputs = merged(marked(added) as Properties, given);
    for (const name of definition.secretOutputs ?? []) {
        if (outputs[name] !== undefined) outputs[name] = secret(outputs[name]);
    }
    return { id: hasUnknown(id) ? UNKNOWN : id, outputs };
}

/** Both, down into nested objects; where both have a value the given one wins. */
function merged(added: Properties, given: Properties): Properties {
    const both: Properties = { ...added, ...given };
    for (const [name, value] of Object.entries(given)) {
        const other = added[name];
        if (isNested(value) && isNested(other)) both[name] = merged(other, value);
    }
    return both;
}

function isNested(value: Value | undefined): value is Properties {
    return isObject(value) && signatureOf(value) === undefined;
}
