import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Settings } from "../../stacks/settings.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { AccessLogBucket } from "./access-log-bucket.ts";
import { LOADABLE } from "./loadable.ts";
import { LockedBucket } from "./locked-bucket.ts";
import { WorkBucket } from "./work-bucket.ts";

export interface PlatformStorageArgs {
    /** Customer-managed key that encrypts every object at rest. */
    key: PlatformKey;
    /** AWS account that owns the buckets, 12 digits. */
    accountId: string;
    /** How long records and reports are locked, and against whom. */
    records: Settings["records"];
    /** Days for which everything else is kept. */
    retention: Settings["retention"];
    /** Whether `pulumi destroy` may delete the buckets with all objects in them. Default: false. */
    deletable?: boolean;
}

/** Below this in its bucket lies what Azure brought; `contract` says what lies there. */
export const RECEIVED_PREFIX = "received/";
/** Where refused rows and messages lie in the quarantine, beside the copies of files. */
export const REFUSED_PREFIX = "rows/";

/** Where files arrive, what was put aside on the way, and the records for the regulator. */
export class PlatformStorage extends ComponentResource {
    /** Files as they were received; short-lived, because they may hold card numbers. */
    readonly landing: WorkBucket;
    /** What was rejected, masked, with the reason. */
    readonly quarantine: WorkBucket;
    /** What each received file held and what became of it. */
    readonly manifests: WorkBucket;
    /** Messages that no function could handle; a replay reads here. */
    readonly parked: WorkBucket;
    /** Models, what they learnt from, and what they were asked and answered. */
    readonly model: WorkBucket;
    /** What Azure adds for the model. */
    readonly supplementary: WorkBucket;
    /** What queries of the records found. */
    readonly athenaResults: WorkBucket;
    /** What each account usually does, in generations, and the job that finds it out. */
    readonly profiles: WorkBucket;
    /** Each transaction with its verdict, which nobody can change. */
    readonly records: LockedBucket;
    /** What was reported to whom, as it was reported. */
    readonly reports: LockedBucket;
    /** Who reached which object of the other buckets. */
    readonly accessLogs: AccessLogBucket;

    constructor(name: string, args: PlatformStorageArgs, opts?: ComponentResourceOptions) {
        super("compliance:storage:PlatformStorage", name, {}, opts);
        const { key, accountId, records, retention, deletable = false } = args;

        const child = { parent: this };
        const accessLogs = new AccessLogBucket(
            "access-logs",
            { accountId, retentionDays: retention.accessLogDays, deletable },
            child,
        );
        const bucket = (kind: string, retentionDays: number) =>
            new WorkBucket(kind, { key, accessLogs, retentionDays, deletable }, child);
        this.accessLogs = accessLogs;
        this.landing = bucket("landing", retention.landingDays);
        this.quarantine = bucket("quarantine", retention.quarantineDays);
        this.manifests = bucket("manifests", retention.manifestDays);
        this.parked = bucket("parked", retention.parkedDays);
        this.model = new WorkBucket(
            "model",
            // A model may serve for longer than what it learnt from is kept: machines are started with it at any time.
            {
                key,
                accessLogs,
                retentionDays: retention.modelDays,
                expirePrefixes: ["training/", "captured/"],
                deletable,
            },
            child,
        );
        this.supplementary = new WorkBucket(
            "supplementary",
            // What a run brought stays as it was brought, also for whoever has its token.
            {
                key,
                accessLogs,
                retentionDays: retention.supplementaryDays,
                writeOnceBelow: RECEIVED_PREFIX,
                deletable,
            },
            child,
        );
        this.athenaResults = bucket("athena-results", retention.queryResultDays);
        this.profiles = new WorkBucket(
            "profiles",
            // The job and the name of the newest generation stay however long nothing new comes.
            { key, accessLogs, retentionDays: retention.profileDays, expirePrefixes: ["generations/"], deletable },
            child,
        );
        const locked = (kind: string) => new LockedBucket(kind, { key, accessLogs, ...records, deletable }, child);
        this.records = locked("records");
        this.reports = locked("reports");
        this.registerOutputs({});
    }

    /** What the warehouse reads to load it, lists of objects included: of refusals and reports only what is loaded. */
    loaded(): { grantScan(): Grant[] }[] {
        const below = (bucket: WorkBucket | LockedBucket, prefix: string) => ({
            grantScan: () => bucket.grantScanBelow(prefix),
        });
        return [
            this.records,
            this.manifests,
            below(this.quarantine, LOADABLE.quarantine),
            below(this.reports, LOADABLE.reports),
        ];
    }
}
