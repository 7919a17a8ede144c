import { setTimeout as pause } from "node:timers/promises";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import type { Clients } from "../../../local/services/clients.ts";
import { evaluateAlarms } from "../../../local/services/cloudwatch/evaluate-alarms.ts";
import type { Story } from "../../cli/story.ts";
import { nameOf } from "./raised-alarms.ts";

/** As often as CloudWatch does. */
const EVERY_MS = 60_000;

/** Judges the alarms until somebody interrupts, and tells of each that is raised or over. */
export async function watchAlarms(clients: Clients, story: Story, signal: AbortSignal): Promise<void> {
    for (;;) {
        await pause(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
        if (signal.aborted) return;
        try {
            for (const { name, before, state } of await evaluateAlarms(clients.of(CloudWatchClient), new Date())) {
                if (state !== before) story.line(`Alarm ${nameOf({ name })}: ${state === "ALARM" ? "raised" : "over"}`);
            }
        } catch (error) {
            // The services may be going down; the next look tells if they are not.
            if (!signal.aborted) story.line(`The alarms could not be judged: ${(error as Error).message}`);
        }
    }
}
