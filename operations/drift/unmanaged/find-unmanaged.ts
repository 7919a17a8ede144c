import { type Found, fingerprintOf, titleOf } from "../finding.ts";
import { coverOf, type Ignored } from "../ignores/apply.ts";
import type { IgnoreRegister } from "../ignores/register.ts";
import { REPAIR_UNMANAGED } from "../repair.ts";
import type { Held } from "../state/held.ts";
import { type Finder, platformTags, type Tagged, unmanaged } from "./tagged.ts";

export interface Unmanaged {
    found: Found[];
    ignored: Ignored[];
    untold: string[];
}

/** What carries the platform's tags and no stack manages. A cloud that may not be asked is told, never taken for empty. */
export async function findUnmanaged(
    stack: string,
    state: readonly Held[],
    finders: readonly Finder[],
    ignores: IgnoreRegister,
): Promise<Unmanaged> {
    const result: Unmanaged = { found: [], ignored: [], untold: [] };
    const tags = platformTags(state);
    if (tags === undefined && finders.length > 0) result.untold.push("what nobody manages: no resource has the tags");
    if (tags === undefined) return result;
    for (const finder of finders) {
        try {
            for (const tagged of unmanaged(await finder.find(tags), state)) {
                const cover = coverOf(ignores, tagged.id, "(unmanaged)");
                if (cover === undefined) result.found.push(foundOf(stack, tagged));
                else result.ignored.push(cover);
            }
        } catch (error) {
            const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
            result.untold.push(`${finder.cloud}: what nobody manages could not be listed: ${reason.split("\n")[0]}`);
        }
    }
    return result;
}

function foundOf(stack: string, { id, type, cloud }: Tagged): Found {
    const name = id.split(/[/:]/).at(-1) ?? id;
    return {
        fingerprint: fingerprintOf(stack, id),
        kind: "unmanaged",
        severity: "medium",
        cloud,
        urn: "",
        type,
        name,
        id,
        title: titleOf(type, name, "unmanaged"),
        differences: [],
        broken: [],
        repair: REPAIR_UNMANAGED,
    };
}
