import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import type { Clients } from "../../../local/services/clients.ts";
import { evaluateAlarms } from "../../../local/services/cloudwatch/evaluate-alarms.ts";

const HOUR_MS = 3_600_000;

export interface RaisedAlarms {
    evaluated: number;
    /** Names in the program of those that are raised. */
    raised: string[];
}

/**
 * Judges every alarm at the end of the hour, as if it were over: what happened in it counts, and nobody waits for an alarm
 * that looks at whole hours.
 */
export async function judgeAlarms(clients: Clients, now: Date): Promise<RaisedAlarms> {
    const endOfHour = new Date(Math.ceil(now.getTime() / HOUR_MS) * HOUR_MS);
    const evaluated = await evaluateAlarms(clients.of(CloudWatchClient), endOfHour);
    // The engine adds seven hexadecimal digits to the name.
    const raised = evaluated
        .filter(({ state }) => state === "ALARM")
        .map(({ name }) => name.replace(/-[0-9a-f]{7}$/, ""));
    return { evaluated: evaluated.length, raised: raised.sort() };
}
