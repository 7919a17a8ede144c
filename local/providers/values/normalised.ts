import { isUnknown, OUTPUT, secret, signatureOf, UNKNOWN } from "../../store/signatures.ts";
import { isObject, type Value } from "../../store/value.ts";

/** The value with one mark for all unknowns, and output values as plain, secret or unknown ones. */
export function normalised(value: Value): Value {
    if (Array.isArray(value)) return value.map(normalised);
    if (!isObject(value)) return isUnknown(value) ? UNKNOWN : value;
    if (signatureOf(value) === OUTPUT) {
        const inner = value.value === undefined ? UNKNOWN : normalised(value.value);
        return value.secret === true ? secret(inner) : inner;
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalised(item)]));
}
