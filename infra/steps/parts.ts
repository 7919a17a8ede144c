import type { Settings } from "../../stacks/settings.ts";
import type { AlertTopics } from "../alerts/alert-topics.ts";
import type { PlatformFunctionArgs } from "../compute/platform-function.ts";
import type { AccountActivity } from "../ingest/account-activity.ts";
import type { SourceWatermarks } from "../ingest/source-watermarks.ts";
import type { TransactionLedger } from "../ingest/transaction-ledger.ts";
import type { WorkQueues } from "../ingest/work-queues.ts";
import type { PrivateNetwork } from "../network/private-network.ts";
import type { ReportWorkgroup } from "../query/report-workgroup.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import type { PlatformKeys } from "../security/platform-keys.ts";
import type { Sources } from "../sources.ts";
import type { PlatformStorage } from "../storage/platform-storage.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import type { Exchange } from "./exchange-parts.ts";
import type { FraudModel } from "./fraud-model-parts.ts";

/** What the steps work with. */
export interface Parts {
    settings: Settings;
    /** Where it all is, and the name of the environment. */
    place: { environment: string; accountId: string; region: string };
    keys: PlatformKeys;
    network: PrivateNetwork;
    topics: AlertTopics;
    storage: PlatformStorage;
    ledger: TransactionLedger;
    activity: AccountActivity;
    watermarks: SourceWatermarks;
    queues: WorkQueues;
    exchange: Exchange;
    warehouse: Warehouse;
    /** Where saved queries run. */
    reports: ReportWorkgroup;
    model: FraudModel;
    /** Where files are collected. */
    sources: Sources;
    /** Every log: the key that encrypts it and the days for which it is kept. */
    log: { key: PlatformKey; retentionDays: number };
}

/** Longest run of each step, in seconds. */
export const TIMEOUT_SECONDS = {
    collect: 900,
    unpack: 900,
    screen: 30,
    score: 60,
    load: 300,
    park: 30,
    receive: 30,
    request: 900,
    report: 900,
    train: 900,
    reconcile: 900,
    judge: 900,
    promote: 900,
    publish: 900,
    migrate: 900,
} as const;

/** The steps, named by what they do; the same names as the folders in `functions/`. */
export type Verb = keyof typeof TIMEOUT_SECONDS;

/** The functions whose code there is; some only where a setting asks for them. */
export type Bundled = Verb | "work";

/** What is particular to one step; what all have in common is in `functions.ts`. */
export type Step = Pick<PlatformFunctionArgs, "description" | "sources" | "environment" | "grants" | "loopHours">;
