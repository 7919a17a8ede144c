import { ARCHIVE, ASSET, isSecret, isUnknown, OUTPUT, signatureOf } from "../../local/store/signatures.ts";
import { isObject, type Value } from "../../local/store/value.ts";

/** What stands in a report in place of a secret: the engine's own word. */
export const HIDDEN = "[secret]";

/** What stands in place of a value that only the update finds out. */
export const LATER = "(known after the update)";

/** The value as a report may show it: without what is secret, code by its digest. */
export function hidden(value: Value | undefined): unknown {
    if (Array.isArray(value)) return value.map(hidden);
    if (isUnknown(value)) return LATER;
    if (!isObject(value)) return value;
    if (isSecret(value)) return HIDDEN;
    const signature = signatureOf(value);
    if (signature === OUTPUT) return value.secret === true ? HIDDEN : hidden(value.value);
    if (signature === ASSET || signature === ARCHIVE) return `<code ${String(value.hash ?? "").slice(0, 12)}>`;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hidden(item)]));
}

/** Shorter texts stand everywhere by chance, and would blot out half a report. */
const SHORTEST_SECRET = 4;

/** Every text that a value keeps secret, so that it can be found where something else repeats it. */
export function secretsIn(value: Value | undefined, within = false): string[] {
    if (typeof value === "string") return within && value.length >= SHORTEST_SECRET ? [value] : [];
    if (typeof value === "number") return within ? secretsIn(String(value), true) : [];
    if (Array.isArray(value)) return value.flatMap((item) => secretsIn(item, within));
    if (!isObject(value)) return [];
    const kept = within || isSecret(value) || (signatureOf(value) === OUTPUT && value.secret === true);
    const items = isSecret(value) || signatureOf(value) === OUTPUT ? [value.value] : Object.values(value);
    return items.flatMap((item) => secretsIn(item, kept));
}

/** The text with every one of these secrets blotted out. */
export function withoutSecrets(text: string, secrets: Iterable<string>): string {
    // The longest first, so that nothing is left of one that has another in it.
    const sorted = [...new Set(secrets)].sort((one, other) => other.length - one.length);
    return sorted.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
}
