import type { Resource } from "../../core/resource.ts";

/** Whether the bucket keeps records: it says so by its lock, its component or its name. */
export function keepsRecords(bucket: Resource): boolean {
    return (
        bucket.urn.includes("compliance:storage:LockedBucket$") ||
        /(^|-)records$/.test(bucket.name) ||
        bucket.at("objectLockEnabled").flag() === true
    );
}

/** Whether files lie in the bucket as partners sent them, card numbers and all. */
export function takesFiles(bucket: Resource): boolean {
    return /(^|-)landing$/.test(bucket.name);
}
