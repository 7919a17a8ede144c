import type { Path } from "../../../local/store/paths.ts";
import type { Difference } from "./differences.ts";

/** Outputs that a cloud moves by itself: what it counts, when something was last touched, which copy of it is meant. */
const MOVING: readonly RegExp[] = [
    /^(e[Tt]ag|versionId|latestRevision|revision|qualifiedArn|qualifiedInvokeArn|sourceCodeSize|latestStreamLabel)$/,
    /^(last|latest)[A-Z]\w*(At|Date|Time|On|Modified|Timestamp|Accessed)$/,
    /^(lastModified|lastUpdated|modifiedTime|updatedAt|updateTime|modifiedDate|lastUpdate)$/,
    /^(approximate|estimated)[A-Z]/,
    /^(sizeBytes|itemCount|tableSizeBytes|storedBytes|objectCount)$/,
    // When the keys of a storage account were made, and what Azure writes about its own work.
    /^(keyCreationTime|systemData|provisioningState|statusOfPrimary|statusOfSecondary)$/,
];

/** Tags that the clouds put on resources themselves; nobody else may set them. */
const CLOUD_TAG = /^(aws:|hidden-)/;

/** Whether a difference says nothing that anybody did. */
export function isNoise({ path }: Pick<Difference, "path">, side: "inputs" | "outputs"): boolean {
    const tag = tagOf(path);
    if (tag !== undefined && CLOUD_TAG.test(tag)) return true;
    return (
        side === "outputs" && path.some((step) => typeof step === "string" && MOVING.some((name) => name.test(step)))
    );
}

function tagOf([top, name]: Path): string | undefined {
    return (top === "tags" || top === "tagsAll") && typeof name === "string" ? name : undefined;
}
