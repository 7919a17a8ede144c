import { isSecret, isUnknown, OUTPUT, signatureOf, UNKNOWN } from "../../store/signatures.ts";
import { isObject, type Properties, type Value } from "../../store/value.ts";

/** The value without the marks of secrets and outputs. Unknowns, assets and archives stay what they are. */
export function plain(value: Value): Value {
    if (Array.isArray(value)) return value.map(plain);
    if (!isObject(value)) return value;
    if (isSecret(value)) return plain(value.value ?? null);
    if (signatureOf(value) === OUTPUT) return plain(value.value ?? UNKNOWN);
    return plainProperties(value);
}

/** `plain` for a whole resource. */
export function plainProperties(properties: Properties): Properties {
    return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, plain(value)]));
}

/** Whether the value is unknown, has an unknown inside, or is a text made with an unknown. */
export function hasUnknown(value: Value | undefined): boolean {
    if (typeof value === "string") return isUnknown(value) || value.includes(UNKNOWN);
    if (Array.isArray(value)) return value.some(hasUnknown);
    return isObject(value) && Object.values(value).some(hasUnknown);
}

/** Every text that is secret inside these properties. */
export function secretTexts(value: Value, inside = false): string[] {
    if (typeof value === "string") return inside && value !== "" && !isUnknown(value) ? [value] : [];
    if (Array.isArray(value)) return value.flatMap((item) => secretTexts(item, inside));
    if (!isObject(value)) return [];
    if (isSecret(value)) return secretTexts(value.value ?? null, true);
    return Object.values(value).flatMap((item) => secretTexts(item, inside));
}
