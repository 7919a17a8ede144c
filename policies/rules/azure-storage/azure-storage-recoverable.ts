import { blobsOfAccount } from "../../checks/links/links.ts";
import { BLOB_SERVICE, STORAGE_ACCOUNT } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

/** Enough for a mistake of Friday to be seen after a week of holidays. */
const DAYS = 14;

export const azureStorageRecoverable: StackRule = {
    name: "azure-storage-recoverable",
    scope: "stack",
    why: "Who writes blobs may also write over them or delete them, and without versions there is no way back.",
    severity: "medium",
    controls: ["nist:CP-9", "nist:CP-10", "iso:A.8.13"],
    fix: `Add BlobServiceProperties with isVersioningEnabled, and deletions of blobs and containers kept for ${DAYS} days`,
    types: [STORAGE_ACCOUNT, BLOB_SERVICE],
    check(resource, judge, graph) {
        if (resource.type === STORAGE_ACCOUNT) {
            judge(resource.at("blobs"), () =>
                graph.referrers(resource, blobsOfAccount).length > 0
                    ? undefined
                    : "say nothing of versions and deletions",
            );
            return;
        }
        judge(resource.at("isVersioningEnabled"), (enabled) => (enabled.flag() === true ? undefined : "is not true"));
        for (const policy of ["deleteRetentionPolicy", "containerDeleteRetentionPolicy"]) {
            judge(resource.at(policy), (kept) => {
                const whole = kept.at("enabled").flag() === true && (kept.at("days").number() ?? 0) >= DAYS;
                return whole ? undefined : `does not keep for ${DAYS} days what is deleted`;
            });
        }
    },
};
