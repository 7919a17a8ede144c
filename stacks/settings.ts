import * as z from "zod/mini";
import { account } from "./account-settings.ts";
import { alarms, costs } from "./alarms-and-costs.ts";
import { dashboards } from "./dashboard-settings.ts";
import { exchange } from "./exchange-settings.ts";
import { between, GROUP, oneNumberOf, oneOf, reason, tagValue, whole } from "./fields.ts";
import { alone, alsoAmongOtherFaults, batched, batchedApart, batchedByPacks, memory } from "./function-settings.ts";
import { network } from "./network-settings.ts";
import { scoring } from "./scoring-settings.ts";
import { trends } from "./trends-settings.ts";
import { trusted } from "./trusted-settings.ts";
import { warehouse } from "./warehouse-settings.ts";
import { workflowSettings } from "./workflow-settings.ts";

/** Days that CloudWatch can keep logs, which takes no other number, from a week on, which the guardrails ask for. */
const LOG_DAYS = [7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922] as const;

const records = z.strictObject(
    {
        /** GOVERNANCE lets a privileged person lift the lock; COMPLIANCE lets nobody, not even AWS. */
        lockMode: oneOf(["GOVERNANCE", "COMPLIANCE"]),
        /** Days for which no record and no report can be changed or deleted. With COMPLIANCE this cannot be shortened later. */
        lockDays: whole("days", 1, 36_500),
    },
    { error: GROUP },
);

const retention = z.strictObject(
    {
        /** Days for which a received file is kept; it may hold card numbers, hence no longer than 7. */
        landingDays: whole("days", 1, 7),
        /** Days for which rejected rows and files are kept, masked. */
        quarantineDays: whole("days", 1, 3650),
        /** Days for which messages that no function could handle are kept for a replay. */
        parkedDays: whole("days", 15, 3650),
        /** Days for which the manifest of each received file is kept. */
        manifestDays: whole("days", 1, 3650),
        /** Days for which models are kept, with what they learnt from and answered; the one in use must be younger. */
        modelDays: whole("days", 90, 3650),
        /** Days for which a supplementary set from Azure is kept; newer ones replace it long before. */
        supplementaryDays: whole("days", 7, 3650),
        /** Days for which the access logs of all buckets are kept. */
        accessLogDays: whole("days", 1, 3650),
        /** Days for which the results of queries are kept; whoever must keep a report longer files it. */
        queryResultDays: whole("days", 1, 3650),
        /** Days for which a generation of profiles is kept, to fall back to. */
        profileDays: whole("days", 30, 3650),
        /** Days for which the logs of functions are kept. */
        logDays: oneNumberOf("days", LOG_DAYS),
    },
    { error: GROUP },
);

/** The shape and size of one environment. Who and where is in `Pulumi.<stack>.yaml`. */
export const Settings = z
    .strictObject({
        tags: z.strictObject(
            {
                /** Team that answers for the environment. */
                owner: tagValue(),
                /** Where its cost is booked. */
                costCentre: tagValue(),
                /** Most sensitive data that it holds. */
                dataClassification: oneOf(["internal", "confidential", "restricted"]),
            },
            { error: GROUP },
        ),
        /** Whether data outlives `pulumi destroy`. Lifting the guard lets a destroy delete every stored transaction. */
        deletionGuard: z.discriminatedUnion(
            "disabled",
            [
                z.strictObject({ disabled: z.literal(false) }),
                z.strictObject({ disabled: z.literal(true), reason: reason() }),
            ],
            { error: "{ disabled: false } or { disabled: true, reason }" },
        ),
        account,
        /** Whom the environment trusts; everybody else is foreign to its guardrails. */
        trusted,
        records,
        retention,
        network,
        queues: z.strictObject(
            {
                /** Deliveries of a message before it goes to the dead letters. */
                deliveries: whole("deliveries", 5, 20),
            },
            { error: GROUP },
        ),
        workflow: workflowSettings,
        /** Fetches new files from the sources that `Pulumi.<stack>.yaml` names. */
        collect: memory,
        /** Reads each received file; one run for each file. */
        unpack: alone,
        /** Checks each transaction once. Its concurrency holds for each of its two queues. */
        screen: batchedByPacks,
        /** Decides on each transaction. */
        score: batchedApart,
        /** Brings records into the warehouse. Its window is how old figures may be, and what keeps the warehouse awake. */
        load: batched,
        /** Brings the warehouse to its schema; one run for each update of the platform. */
        migrate: memory,
        /** Puts dead letters away. Its concurrency holds for each queue of dead letters. */
        park: alone,
        scoring,
        /** Prepares what the model learns from; one run for each look at the history. */
        train: memory,
        /** Holds candidates against the model that serves. */
        judge: memory,
        /** Puts approved versions behind the endpoint. */
        promote: memory,
        /** Lands what Azure brings. */
        receive: memory,
        /** Asks Azure to bring it. */
        request: memory,
        alerts: z.strictObject(
            {
                /** Score of the rules from which a transaction is reported as fraud; scores go from 0 to 1. */
                threshold: between("score", 0.01, 1),
                /**
                 * The same for scores of the model. With 0.6 the starter model alerts on 2% of the transactions of its
                 * test, the review budget: model/starter/report.json, sets.test.calibration.
                 */
                modelThreshold: between("score", 0.01, 1),
                /** Alerts sent one by one in a minute; what exceeds them is sent as a digest of ids. */
                perMinute: whole("alerts a minute", 0, 100_000),
            },
            { error: GROUP },
        ),
        warehouse,
        /** Asks the regulatory questions of a day; its answers pass through its memory. */
        report: memory,
        /** Compares ledger and warehouse; the ids of an hour that differs pass through its memory. */
        reconcile: memory,
        /** Copies the figures of the dashboard again where QuickSight did not. */
        publish: memory,
        query: z.strictObject(
            {
                /** Data that one query may read before Athena stops it, in gigabytes; AWS bills by what is read. */
                scanGigabytes: whole("gigabytes", 1, 10_240),
            },
            { error: GROUP },
        ),
        trends,
        alarms,
        dashboards,
        exchange,
        costs,
    })
    .check(
        z.refine(({ retention, exchange }) => !(retention?.supplementaryDays * 24 <= exchange?.staleHours + 2 * 24), {
            error: "more than two days longer than exchange.staleHours, because a set is used for a day less than it is kept",
            path: ["retention", "supplementaryDays"],
            when: alsoAmongOtherFaults,
        }),
        z.refine(
            ({ records, deletionGuard }) => !(records?.lockMode === "COMPLIANCE" && deletionGuard?.disabled === true),
            {
                error: "{ disabled: false }, because records under COMPLIANCE cannot be deleted anyway",
                path: ["deletionGuard"],
                when: alsoAmongOtherFaults,
            },
        ),
    );

export type Settings = z.infer<typeof Settings>;
