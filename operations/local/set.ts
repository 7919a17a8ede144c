import { edited } from "../../local/store/edit.ts";
import { lookUp } from "../../local/store/lookup.ts";
import { formatPath, type Path, parsePath, valueAt } from "../../local/store/paths.ts";
import { isSecret } from "../../local/store/signatures.ts";
import { Store, type StoredResource } from "../../local/store/store.ts";
import { parseUrn } from "../../local/store/urn.ts";
import type { Value } from "../../local/store/value.ts";
import { UserError } from "../cli/user-error.ts";
import { chosenStacks } from "./chosen-stacks.ts";

export interface Edit {
    readonly resource: string;
    readonly path: string;
    readonly json: string;
}

/** Changes one property in the store, as if somebody had changed it in the cloud; returns what to tell. */
export async function set(root: string, stack: string | undefined, { resource, path, json }: Edit): Promise<string> {
    const value = parse(json);
    const stacks = await chosenStacks(root, stack);
    const held = (await Promise.all(stacks.map((name) => new Store(root, name).list()))).flat();
    const { before, after } = edit(held, resource, path, value);
    await new Store(root, parseUrn(after.urn).stack).put(after);
    const place = parsePath(path);
    return `${after.urn}\n  ${formatPath(place)}: ${shown(before, place)} is now ${shown(after, place)}\n`;
}

function edit(held: StoredResource[], resource: string, path: string, value: Value) {
    try {
        const before = lookUp(held, resource);
        return { before, after: edited(before, path, value) };
    } catch (error) {
        throw new UserError(error instanceof Error ? error.message : String(error));
    }
}

function shown({ outputs }: StoredResource, place: Path): string {
    const value = valueAt(outputs, place);
    return isSecret(value) ? "[secret]" : (JSON.stringify(value) ?? "nothing");
}

function parse(json: string): Value {
    try {
        return JSON.parse(json) as Value;
    } catch {
        throw new UserError(`${json} is not JSON: a text needs quotes, such as '"${json}"'`);
    }
}
