import type { Clients } from "../../local/services/clients.ts";
import { type BatchDay, type BatchDayArgs, failedSteps, runBatchDay } from "./batch/batch-day.ts";
import type { Counts } from "./counts.ts";
import type { Intake } from "./intake.ts";
import type { LocalCloud } from "./local-cloud.ts";
import type { SetsSummary } from "./sets.ts";
import { judgeAlarms, type RaisedAlarms } from "./systems/raised-alarms.ts";
import { type Systems, systemsOf } from "./systems/systems.ts";
import type { TimedStory } from "./timed-story.ts";

/** What the platform did besides finding fraud: its batch side, its alarms, and each system by itself. */
export interface WorkDay {
    batch: BatchDay;
    alarms: RaisedAlarms;
    systems: Systems;
}

export interface WorkDayArgs extends Omit<BatchDayArgs, "alerted" | "cloud"> {
    cloud: LocalCloud;
    clients: Clients;
    intake: Intake;
    counts: Counts;
    exchange: SetsSummary;
}

/** Runs the batch side once, judges the alarms, and asks each system what it did. */
export async function runWorkDay(
    story: TimedStory,
    { intake, counts, cloud, exchange, ...args }: WorkDayArgs,
): Promise<WorkDay> {
    const { clients } = args;
    const { alerted } = intake.observer.ledger;
    const batch = await story.timed(
        "batch",
        "Batch day: learning, reports, books, figures",
        () => runBatchDay({ ...args, cloud, alerted }),
        ({ workflows, decided }) => `${workflows.length} workflows, after ${decided} decisions`,
        (day) => failedSteps(day).length === 0,
    );
    const alarms = await story.timed(
        "alarms",
        "Alarms",
        () => judgeAlarms(clients, new Date()),
        ({ evaluated, raised }) => `${evaluated} judged, ${raised.length} raised`,
    );
    await intake.inbox.empty();
    return { batch, alarms, systems: await systemsOf({ clients, cloud, intake, counts, batch, exchange }) };
}
