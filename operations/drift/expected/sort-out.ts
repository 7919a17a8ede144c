import { formatPath } from "../../../local/store/paths.ts";
import type { Drift } from "../compare/classify.ts";
import type { Difference } from "../compare/differences.ts";
import type { ModelVersion } from "./own-change.ts";
import { OWN_CHANGES } from "./own-changes.ts";

/** Says whether people approved a version of the model. */
export type IsApproved = (version: ModelVersion) => Promise<boolean>;

/** A difference that the platform made itself. */
export interface Expected {
    urn: string;
    path: string;
    by: string;
    why: string;
}

export interface SortedOut {
    /** What is left. */
    drifts: Drift[];
    expected: Expected[];
    /** What could not be told: whether a version is approved. */
    untold: string[];
}

/** Takes out what the platform changes itself. A promotion is one only of a version that people approved. */
export async function sortOut(drifts: readonly Drift[], isApproved: IsApproved): Promise<SortedOut> {
    const sorted: SortedOut = { drifts: [], expected: [], untold: [] };
    for (const drift of drifts) {
        const left: Difference[] = [];
        for (const difference of drift.differences) {
            const own = await ownChange(drift, difference, isApproved, sorted.untold);
            const { urn } = drift.before.resource;
            if (own === undefined) left.push(difference);
            else sorted.expected.push({ urn, path: formatPath(difference.path), by: own.by, why: own.why });
        }
        const isWhole = drift.differences.length === 0 || drift.kind === "replaced";
        if (isWhole || left.length > 0)
            sorted.drifts.push({ ...drift, differences: isWhole ? drift.differences : left });
    }
    return sorted;
}

async function ownChange({ before }: Drift, difference: Difference, isApproved: IsApproved, untold: string[]) {
    const own = OWN_CHANGES.find(({ type, expects }) => type === before.resource.type && expects(difference, before));
    const version = own?.needs?.(difference);
    if (own === undefined || version === undefined) return own;
    const { group, number } = version;
    try {
        return (await isApproved(version)) ? own : undefined;
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        untold.push(`whether version ${number} of the model ${group} is approved: ${reason}`);
        return undefined;
    }
}
