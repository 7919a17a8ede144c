import type { Properties, Value } from "../../store/value.ts";
import { plainProperties } from "../values/plain.ts";

/** A provider's configuration; the engine hands structured settings over as JSON text. */
export function settingsIn(config: Properties): Properties {
    return Object.fromEntries(
        Object.entries(plainProperties(config)).map(([name, value]) => [name, structured(value)]),
    );
}

function structured(value: Value): Value {
    if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
    try {
        return JSON.parse(value) as Value;
    } catch {
        return value;
    }
}
