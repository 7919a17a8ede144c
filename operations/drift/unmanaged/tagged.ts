import { isObject } from "../../../local/store/value.ts";
import { OWN_RESOURCES } from "../expected/own-changes.ts";
import type { Held } from "../state/held.ts";

/** The tags by which the platform's resources of one environment are known. */
export interface PlatformTags {
    platform: string;
    environment: string;
}

/** Something in a cloud with these tags. */
export interface Tagged {
    /** ARN, or id of Azure. */
    id: string;
    /** The cloud's own word, as far as it gives one. */
    type: string;
    cloud: string;
}

/** Finds what carries the tags in one cloud. */
export interface Finder {
    cloud: string;
    find(tags: PlatformTags): Promise<Tagged[]>;
}

/** The tags that this environment's resources carry, out of the state. */
export function platformTags(state: readonly Held[]): PlatformTags | undefined {
    for (const { inputs } of state) {
        const { tags } = inputs;
        if (!isObject(tags)) continue;
        const { platform, environment } = tags;
        if (typeof platform === "string" && typeof environment === "string") return { platform, environment };
    }
    return undefined;
}

/** What carries the tags and is neither in the state nor known to be made by the platform at work. */
export function unmanaged(found: readonly Tagged[], state: readonly Held[]): Tagged[] {
    const names = new Set(state.flatMap(namesOf));
    return found.filter(({ id }) => {
        const known = [id, plain(id), tailOf(id)].some((name) => names.has(name.toLowerCase()));
        return !known && !OWN_RESOURCES.some(({ pattern }) => pattern.test(id));
    });
}

function namesOf({ resource, outputs }: Held): string[] {
    const names = [resource.id, outputs.arn, outputs.id].filter((name) => typeof name === "string");
    return names.map((name) => plain(name).toLowerCase());
}

/** Some ARNs of log groups end with `:*`, and the tagging API gives them without. */
function plain(id: string): string {
    return id.replace(/:\*$/, "");
}

/** For what the state knows by its id alone, such as a pipeline: the end of the ARN. */
function tailOf(arn: string): string {
    const [, , , , , ...path] = arn.startsWith("arn:") ? arn.split(":") : [];
    return path.join(":").replace(/^[\w-]+[/:]/, "") || arn;
}
