import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import type { Clients } from "../../../local/services/clients.ts";
import { type Evaluated, evaluateAlarms } from "../../../local/services/cloudwatch/evaluate-alarms.ts";

export interface RaisedAlarms {
    evaluated: number;
    /** Names in the program of those that are raised. */
    raised: string[];
}

/** Judges every alarm as things are now. */
export async function judgeAlarms(clients: Clients, now: Date): Promise<RaisedAlarms> {
    const evaluated = await evaluateAlarms(clients.of(CloudWatchClient), now);
    const raised = evaluated.filter(({ state }) => state === "ALARM").map(nameOf);
    return { evaluated: evaluated.length, raised: raised.sort() };
}

/** Without the seven hexadecimal digits that the engine adds. */
export function nameOf({ name }: Pick<Evaluated, "name">): string {
    return name.replace(/-[0-9a-f]{7}$/, "");
}
