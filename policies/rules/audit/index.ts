import type { Rule } from "../../core/rule.ts";
import { logsEncrypted } from "./logs-encrypted.ts";
import { logsKept } from "./logs-kept.ts";
import { trailComplete } from "./trail-complete.ts";
import { trailEncrypted } from "./trail-encrypted.ts";
import { trailWatchesRecords } from "./trail-watches-records.ts";

/** Logs and the trail. */
export const auditRules: readonly Rule[] = [
    logsEncrypted,
    logsKept,
    trailComplete,
    trailEncrypted,
    trailWatchesRecords,
];
