import type { Kind } from "./compare/kind.ts";
import type { StateResource } from "./state/deployment.ts";

/** How a person makes cloud and state the same again. */
export function repairOf(kind: Kind, stack: string, resource: StateResource, all: readonly StateResource[]): string {
    const target = `--target '${targetOf(resource, all)}'`;
    const set = `npm run pulumi -- up --stack ${stack} --refresh ${target}`;
    if (kind === "output-only") {
        return `Undo it in the cloud, or take it over: npm run pulumi -- refresh --stack ${stack} ${target}`;
    }
    if (kind === "left-to-others") {
        return `Set it back in the cloud: the program leaves this value to others, so an update does not.`;
    }
    return set;
}

export const REPAIR_UNMANAGED = "Delete it, take its tags away, or write it into the program and import it.";

export function repairUndeployed(stack: string): string {
    return `npm run pulumi -- up --stack ${stack}`;
}

/** The shortest pattern that names this resource alone: a whole URN is longer than most terminals are wide. */
function targetOf({ urn, type }: StateResource, all: readonly StateResource[]): string {
    const name = urn.split("::").slice(3).join("::");
    const short = `:${type.split(":").at(-1)}::${name}`;
    return all.filter((other) => other.urn.endsWith(short)).length === 1 ? `**${short}` : urn;
}
