import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Clients } from "../../../local/services/clients.ts";
import type { AlarmTerms } from "../../../local/services/cloudwatch/alarm-terms.ts";
import { allAlarms, evaluateAlarms } from "../../../local/services/cloudwatch/evaluate-alarms.ts";
import { operatorInbox } from "../../../local/services/operator-inbox.ts";
import { OperatorInbox } from "../../start/operator-inbox.ts";
import { reportMetrics } from "./report-metrics.ts";
import { rounds } from "./rounds.ts";
import { type TellingValues, tellingValues } from "./telling-values.ts";

/** What became of one alarm of the program. */
export interface Drilled {
    readonly alarm: AlarmTerms;
    readonly values: TellingValues;
    /** States after calm, trouble and calm again. */
    readonly states: AlarmTerms["state"][];
    /** What the subscriber was told of trouble and of its end. */
    readonly told: string[];
}

/** When the first of the three phases is. Any time would do: the clock is given, so nobody waits. */
const BEGINS = Date.parse("2026-01-05T00:00:00Z");
/** More than any alarm looks back, so that no phase sees another's values. */
const PHASE_MS = 14 * 24 * 3_600_000;

export function isProved({ states, told }: Drilled): boolean {
    return states.join() === "OK,ALARM,OK" && told.join() === "ALARM,OK";
}

/** Raises and ends every alarm that the services have, and listens at the mailbox of the person on duty. */
export async function drillAlarms(clients: Clients): Promise<Drilled[]> {
    const cloudwatch = clients.of(CloudWatchClient);
    const sqs = clients.of(SQSClient);
    const { QueueUrl = "" } = await sqs.send(new GetQueueUrlCommand({ QueueName: operatorInbox }));
    const inbox = new OperatorInbox(sqs, QueueUrl);
    const drilled = new Map<string, Drilled>();
    for (const alarm of await allAlarms(cloudwatch)) {
        drilled.set(alarm.name, { alarm, values: tellingValues(alarm), states: [], told: [] });
    }
    let at = BEGINS;
    const live = async (round: readonly Drilled[], phase: keyof TellingValues) => {
        at += PHASE_MS;
        const now = new Date(at);
        const reports = round.map(({ alarm, values }) => ({ alarm, values: values[phase] }));
        await reportMetrics(cloudwatch, reports, now);
        const names = new Set(round.map(({ alarm }) => alarm.name));
        for (const { name, state } of await evaluateAlarms(cloudwatch, now, (one) => names.has(one.name))) {
            drilled.get(name)?.states.push(state);
        }
        await inbox.empty();
        return inbox.alarms.splice(0);
    };
    for (const round of rounds([...drilled.values()])) {
        // That it begins well is told too, and is not the end of trouble.
        await live(round, "calm");
        for (const { name, state } of [...(await live(round, "trouble")), ...(await live(round, "calm"))]) {
            drilled.get(name)?.told.push(state);
        }
    }
    return [...drilled.values()];
}
