import { valueAt } from "../../../local/store/paths.ts";
import { isObject, type Value } from "../../../local/store/value.ts";
import type { Held } from "./held.ts";

/** Shorter ones are words such as `admin`: hiding them wherever they stand would make a report unreadable. */
const SHORTEST = 6;

/** Puts `[secret]` in the place of every text that is secret anywhere in these resources. */
export function hideSecrets(resources: readonly Held[]): (text: string) => string {
    const texts = new Set<string>();
    for (const { inputs, outputs, secrets } of resources) {
        for (const path of secrets) {
            for (const side of [inputs, outputs]) collect(valueAt(side, path), texts);
        }
    }
    // The longest first: one may be the beginning of another.
    const longestFirst = [...texts].sort((one, other) => other.length - one.length);
    return (text) => longestFirst.reduce((hidden, secret) => hidden.replaceAll(secret, "[secret]"), text);
}

function collect(value: Value | undefined, texts: Set<string>): void {
    if (typeof value === "string" && value.length >= SHORTEST) {
        texts.add(value);
        // As it stands in JSON, when that is another form.
        texts.add(JSON.stringify(value).slice(1, -1));
    } else if (Array.isArray(value)) for (const item of value) collect(item, texts);
    else if (isObject(value)) for (const item of Object.values(value)) collect(item, texts);
}
