import { formatPath, type Path, parsePath, valueAt } from "./paths.ts";
import { isSecret, secret } from "./signatures.ts";
import type { StoredResource } from "./store.ts";
import { isObject, type Properties, type Value } from "./value.ts";

/**
 * The resource as if somebody had changed one property behind the program's back. The outputs show it, and so do the
 * inputs, because a refresh compares those: also a property that the program leaves to the cloud. `null` removes it.
 */
export function edited(resource: StoredResource, pathText: string, value: Value): StoredResource {
    const path = parsePath(pathText);
    const [top, ...below] = path;
    if (typeof top !== "string" || path.includes("*")) throw new Error(`${pathText} does not name one property`);
    const { inputs, outputs } = resource;
    if (below.length > 0 && outputs[top] === undefined) {
        throw new Error(`${resource.name} has no property ${top}; it has ${Object.keys(outputs).sort().join(", ")}`);
    }
    const changed = withValue(outputs, path, value);
    // The provider's tags are in tagsAll too; the edited one is its own there.
    const allTags: Path = ["tagsAll", ...below];
    const followed = top === "tags" && below.length > 0 && isObject(outputs.tagsAll);
    return {
        ...resource,
        outputs: followed ? withValue(changed, allTags, value) : changed,
        inputs: hasParent(inputs, path) ? withValue(inputs, path, value) : withTop(inputs, top, changed[top]),
    };
}

function hasParent(properties: Properties, path: Path): boolean {
    return typeof valueAt(properties, path.slice(0, -1)) === "object";
}

/** For what the program never set: the inputs take over all that the cloud has there. */
function withTop(inputs: Properties, top: string, value: Value | undefined): Properties {
    return value === undefined ? inputs : { ...inputs, [top]: value };
}

function withValue(properties: Properties, path: Path, value: Value): Properties {
    const copy = structuredClone(properties);
    const parentPath = path.slice(0, -1);
    const parent = valueAt(copy, parentPath);
    const last = path[path.length - 1];
    if (Array.isArray(parent) && typeof last === "number") setItem(parent, last, value, parentPath);
    else if (isObject(parent) && typeof last === "string") setProperty(parent, last, value);
    else throw new Error(`there is nothing at ${formatPath(parentPath)} that could have ${formatPath(path.slice(-1))}`);
    return copy;
}

function setItem(list: Value[], index: number, value: Value, path: Path): void {
    if (index > list.length)
        throw new Error(`${formatPath(path)} has ${list.length} items: the next is [${list.length}]`);
    if (value === null) list.splice(index, 1);
    else list[index] = like(list[index], value);
}

function setProperty(object: Properties, name: string, value: Value): void {
    if (value === null) delete object[name];
    else object[name] = like(object[name], value);
}

/** A secret stays one. */
function like(old: Value | undefined, value: Value): Value {
    return isSecret(old) ? secret(value) : value;
}
