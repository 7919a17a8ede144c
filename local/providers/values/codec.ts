import struct from "google-protobuf/google/protobuf/struct_pb.js";
import type { Properties } from "../../store/value.ts";
import { normalised } from "./normalised.ts";

type Struct = struct.Struct;
type JavaScript = Parameters<typeof struct.Struct.fromJavaScript>[0];

/** Properties from the wire, with one mark for all unknowns, and output values as plain, secret or unknown ones. */
export function decode(message: Struct | undefined): Properties {
    return message === undefined ? {} : (normalised(message.toJavaScript() as Properties) as Properties);
}

export function encode(properties: Properties): Struct {
    return struct.Struct.fromJavaScript(properties as JavaScript);
}
