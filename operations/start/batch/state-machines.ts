import { setTimeout as pause } from "node:timers/promises";
import type { Clients } from "../../../local/services/clients.ts";
import { type JsonService, signedCall } from "../../../local/services/signed-call.ts";
import type { WorkflowRun } from "./workflow-run.ts";

const STATES: JsonService = { service: "states", target: "AWSStepFunctions" };
const EVERY_MS = 200;

interface HistoryEvent {
    type: string;
    stateExitedEventDetails?: { name: string; output?: string };
}

/** Runs every workflow that Step Functions has once, side by side, as their schedules would. */
export async function runStateMachines(clients: Clients, signal: AbortSignal): Promise<WorkflowRun[]> {
    const call = (action: string, input: object) => signedCall(clients, STATES, action, input);
    const { stateMachines } = await call("ListStateMachines", {});
    const machines = stateMachines as { name: string; stateMachineArn: string }[];
    return Promise.all(
        machines.map(async ({ name, stateMachineArn }) => {
            // The engine adds seven hexadecimal digits to the name.
            const workflow = name.replace(/-[0-9a-f]{7}$/, "");
            const input = JSON.stringify({ workflow });
            const { executionArn } = await call("StartExecution", { stateMachineArn, input });
            for (;;) {
                signal.throwIfAborted();
                const { status } = await call("DescribeExecution", { executionArn });
                if (status !== "RUNNING") break;
                await pause(EVERY_MS);
            }
            const { events } = await call("GetExecutionHistory", { executionArn, maxResults: 1000 });
            return { workflow, failed: failedIn(events as HistoryEvent[]) };
        }),
    );
}

/** The steps with which tracks ended early. */
function failedIn(events: readonly HistoryEvent[]): string[] {
    const tracks = events.find(({ stateExitedEventDetails }) => stateExitedEventDetails?.name === "Tracks");
    if (tracks === undefined) return ["the run itself"];
    const ends: { failed?: string }[] = JSON.parse(tracks.stateExitedEventDetails?.output ?? "[]");
    return ends.flatMap(({ failed }) => failed ?? []);
}
