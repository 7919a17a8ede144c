import type { Held } from "../state/held.ts";
import type { Subject } from "./cause.ts";

/** What the records of a cloud may call a resource: its id, its ARN, its name. */
export function subjectOf({ resource, outputs }: Held): Subject {
    const { type, id = "", modified } = resource;
    const names = [id, outputs.arn, outputs.name].filter((name) => typeof name === "string" && name !== "");
    const { region, arn } = outputs;
    const ofArn = typeof arn === "string" ? arn.split(":")[3] : undefined;
    return {
        type,
        id,
        names: [...new Set(names as string[])],
        region: typeof region === "string" ? region : ofArn || undefined,
        since: new Date(modified ?? 0),
    };
}
