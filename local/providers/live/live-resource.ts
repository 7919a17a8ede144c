import { resolve } from "node:path";
import type { LiveResource } from "../../services/bindings/index.ts";
import { ARCHIVE, ASSET, signatureOf } from "../../store/signatures.ts";
import type { StoredResource } from "../../store/store.ts";
import { isObject, type Properties, type Value } from "../../store/value.ts";
import { plainProperties } from "../values/plain.ts";

/** A resource as bindings see it: secrets unwrapped, files as `{ path }`. */
export function liveResource({ urn, type, name, id, inputs, outputs }: StoredResource): LiveResource {
    const bare = (properties: Properties) => withFiles(plainProperties(properties)) as Record<string, unknown>;
    return { urn, type, name, id, inputs: bare(inputs), outputs: bare(outputs) };
}

function withFiles(value: Value): unknown {
    if (Array.isArray(value)) return value.map(withFiles);
    if (!isObject(value)) return value;
    const signature = signatureOf(value);
    if (signature === ASSET || signature === ARCHIVE) {
        const { path, text, uri, assets } = value;
        if (typeof path === "string") return { path: resolve(path) };
        return typeof text === "string" ? { text } : { uri, assets };
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withFiles(item)]));
}
