import struct from "google-protobuf/google/protobuf/struct_pb.js";
import { isUnknown, OUTPUT, secret, signatureOf, UNKNOWN } from "../../store/signatures.ts";
import { isObject, type Properties, type Value } from "../../store/value.ts";

type Struct = struct.Struct;
type JavaScript = Parameters<typeof struct.Struct.fromJavaScript>[0];

/** Properties from the wire, with one mark for all unknowns, and output values as plain, secret or unknown ones. */
export function decode(message: Struct | undefined): Properties {
    return message === undefined ? {} : (normalised(message.toJavaScript() as Properties) as Properties);
}

export function encode(properties: Properties): Struct {
    return struct.Struct.fromJavaScript(properties as JavaScript);
}

function normalised(value: Value): Value {
    if (Array.isArray(value)) return value.map(normalised);
    if (!isObject(value)) return isUnknown(value) ? UNKNOWN : value;
    if (signatureOf(value) === OUTPUT) {
        const inner = value.value === undefined ? UNKNOWN : normalised(value.value);
        return value.secret === true ? secret(inner) : inner;
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalised(item)]));
}
