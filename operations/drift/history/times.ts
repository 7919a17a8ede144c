import type { DriftReport } from "../report-schema.ts";
import type { History, Remembered } from "./history.ts";

/** Seconds from one time to another; none below zero, since clocks of clouds differ. */
export function secondsBetween(from: string, to: string): number {
    return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}

/** How long it takes to see a change, of those whose time a cloud knows, and how long until it is repaired. */
export function timesOf({ findings }: History): DriftReport["times"] {
    const detected = findings.flatMap(({ occurredAt, firstSeenAt }) =>
        occurredAt === undefined ? [] : [secondsBetween(occurredAt, firstSeenAt)],
    );
    const repaired = findings.flatMap(repairSeconds);
    return {
        ...(detected.length > 0 && { meanTimeToDetectSeconds: mean(detected) }),
        ...(repaired.length > 0 && { meanTimeToRepairSeconds: mean(repaired) }),
        repaired: repaired.length,
    };
}

function repairSeconds({ how, firstSeenAt, resolvedAt }: Remembered): number[] {
    return how === "repaired" && resolvedAt !== undefined ? [secondsBetween(firstSeenAt, resolvedAt)] : [];
}

function mean(values: readonly number[]): number {
    return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
