import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Settings } from "../../stacks/settings.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { LOADABLE } from "../storage/loadable.ts";
import type { LockedBucket } from "../storage/locked-bucket.ts";
import type { WorkBucket } from "../storage/work-bucket.ts";
import { type MessageSource, WorkQueue, type WorkQueueArgs } from "./work-queue.ts";

export interface WorkQueuesArgs {
    /** Customer-managed key that encrypts every message at rest. */
    key: PlatformKey;
    /** Bucket whose new files the queue `landing` announces. */
    landing: WorkBucket;
    /** Buckets whose new records, refusals and notes of report runs the queue `records` announces. */
    records: LockedBucket;
    quarantine: WorkBucket;
    reports: LockedBucket;
    /** AWS account that owns bucket and queues, 12 digits. */
    accountId: string;
    /** Longest run of each consuming function, in seconds. */
    timeoutSeconds: Record<"unpack" | "screen" | "score" | "load" | "park", number>;
    /** Longest time for which `load` collects messages, in seconds. */
    loadWindowSeconds: number;
    /** Deliveries of a message before it goes to the dead letters. */
    deliveries: number;
    /** When waiting is too long, and who is told. */
    alarms: Settings["alarms"] & { topic: AlertTopic };
    /** Whether `pulumi destroy` may delete the queues with all messages in them. Default: false. */
    deletable?: boolean;
}

/** The work between the steps. */
export class WorkQueues extends ComponentResource {
    /** Received files. */
    readonly landing: WorkQueue;
    /** Transactions out of files; apart, so that live ones never wait behind a file. */
    readonly bulk: WorkQueue;
    /** Transactions sent one by one by live producers. */
    readonly incoming: WorkQueue;
    /** Live transactions that passed the checks. */
    readonly screened: WorkQueue;
    /** Those out of files, and those that the model is to be asked about again; apart, as `bulk` is. */
    readonly screenedBulk: WorkQueue;
    /** Objects of records, refusals and notes of report runs, to be loaded into the warehouse. */
    readonly records: WorkQueue;
    /** What kept failing, of every queue. */
    readonly deadLetters: MessageSource[];

    constructor(name: string, args: WorkQueuesArgs, opts?: ComponentResourceOptions) {
        super("compliance:ingest:WorkQueues", name, {}, opts);
        const {
            key,
            landing,
            records,
            quarantine,
            reports,
            accountId,
            timeoutSeconds,
            loadWindowSeconds,
            deliveries,
            alarms,
        } = args;
        const { deletable = false } = args;
        const { topic, oldestFileSeconds, oldestTransactionSeconds, waitingMessages } = alarms;

        type Own = Pick<WorkQueueArgs, "holds" | "consumerTimeoutSeconds" | "consumerWindowSeconds" | "filesOf">;
        const queue = (child: string, own: Own, oldestSeconds = oldestTransactionSeconds) => {
            const common = {
                key,
                deadLettersTimeoutSeconds: timeoutSeconds.park,
                deliveries,
                alarms: { topic, oldestSeconds, waitingMessages },
                deletable,
            };
            return new WorkQueue(child, { ...common, ...own }, { parent: this });
        };
        this.landing = queue(
            "landing",
            {
                holds: "received files",
                consumerTimeoutSeconds: timeoutSeconds.unpack,
                filesOf: [{ bucket: landing, accountId }],
            },
            oldestFileSeconds,
        );
        this.bulk = queue("bulk", {
            holds: "transactions out of files",
            consumerTimeoutSeconds: timeoutSeconds.screen,
        });
        this.incoming = queue("incoming", {
            holds: "live transactions",
            consumerTimeoutSeconds: timeoutSeconds.screen,
        });
        const byScore = { consumerTimeoutSeconds: timeoutSeconds.score };
        this.screened = queue("screened", { holds: "screened transactions", ...byScore });
        this.screenedBulk = queue(
            "screened-bulk",
            { holds: "screened transactions out of files", ...byScore },
            // What the model is asked about again waits here for a quarter of an hour.
            oldestFileSeconds,
        );
        this.records = queue(
            "records",
            {
                holds: "objects to be loaded",
                consumerTimeoutSeconds: timeoutSeconds.load,
                consumerWindowSeconds: loadWindowSeconds,
                filesOf: [
                    { bucket: records, accountId, prefix: LOADABLE.records },
                    { bucket: quarantine, accountId, prefix: LOADABLE.quarantine, label: "refusals" },
                    { bucket: reports, accountId, prefix: LOADABLE.reports, label: "runs" },
                ],
            },
            oldestFileSeconds,
        );
        const all = [this.landing, this.bulk, this.incoming, this.screened, this.screenedBulk, this.records];
        this.deadLetters = all.map(({ deadLetters }) => deadLetters);
        this.registerOutputs({});
    }
}
