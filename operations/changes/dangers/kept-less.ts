import { labelOf } from "../../baselines/planned.ts";
import type { Change, PropertyChange } from "../change.ts";
import type { Danger } from "./danger.ts";

/** Numbers that say how long something is kept, by the end of their path, with their unit. */
const LENGTHS: readonly (readonly [RegExp, string])[] = [
    [/(^|\.)retentionInDays$/, "days"],
    [/(^|\.)messageRetentionSeconds$/, "seconds"],
    [/(^|\.)recoveryPeriodInDays$/, "days"],
    [/(^|\.)(noncurrentVersionE|e)xpiration\.(noncurrentD|d)ays$/, "days"],
    [/defaultRetention\.(days|years)$/, "days or years"],
    [/(^|\.)(deletionWindowInDays|recoveryWindowInDays)$/, "days to take a deletion back"],
    [/(^|\.)(backupRetentionPeriod|snapshotRetentionPeriod)$/, "days"],
    [/(^|\.)immutabilityPeriodSinceCreationInDays$/, "days"],
];

/** Switches that keep data from being lost. */
const GUARDS: readonly (readonly [RegExp, (value: unknown) => boolean, string])[] = [
    [/(^|\.)versioningConfiguration\.status$/, (value) => value === "Enabled", "no longer keeps old versions"],
    [/(^|\.)pointInTimeRecovery\.enabled$/, isTrue, "can no longer be put back to an earlier time"],
    [/^deletionProtection(Enabled)?$/, isTrue, "may be deleted"],
    [/^enableKeyRotation$/, isTrue, "is no longer rotated"],
    [/defaultRetention\.mode$/, (value) => value === "COMPLIANCE", "may be unlocked by who has the right to"],
    [/(^|\.)enableLogFileValidation$/, isTrue, "no longer proves that nobody changed its files"],
];

function isTrue(value: unknown): boolean {
    return value === true;
}

/** What is kept for a shorter time, or by fewer safeguards, than before. */
export function keptLess(change: Change): Danger[] {
    const { urn, operation, before, after } = change;
    if (operation === "create" || operation === "delete" || before === undefined || after === undefined) return [];
    const resource = labelOf(change);
    return change.properties.flatMap((property): Danger[] =>
        [shorter(property), unguarded(property), emptied(property)].flatMap((what) =>
            what === undefined ? [] : [{ severity: "high", urn, resource, what }],
        ),
    );
}

function shorter({ path, kind, before, after }: PropertyChange): string | undefined {
    const [, unit] = LENGTHS.find(([pattern]) => pattern.test(path)) ?? [];
    if (unit === undefined) return undefined;
    // What expires newly was kept for ever.
    if (kind === "add" && /xpiration|retentionInDays/.test(path))
        return `keeps for ${String(after)} ${unit} only (${path})`;
    if (kind === "delete" && /efaultRetention|recoveryPeriod|backup/.test(path)) return `is no longer kept (${path})`;
    if (typeof before !== "number" || typeof after !== "number" || after >= before) return undefined;
    return `keeps for ${after} ${unit} in place of ${before} (${path})`;
}

function unguarded({ path, before, after }: PropertyChange): string | undefined {
    const [, isOn, what] = GUARDS.find(([pattern]) => pattern.test(path)) ?? [];
    if (isOn === undefined || !isOn(before) || isOn(after)) return undefined;
    return `${what} (${path})`;
}

function emptied({ path, after }: PropertyChange): string | undefined {
    return path === "forceDestroy" && after === true
        ? "may be deleted with all that is in it (forceDestroy)"
        : undefined;
}
