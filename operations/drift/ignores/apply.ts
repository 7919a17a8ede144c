import { formatPath } from "../../../local/store/paths.ts";
import type { Drift } from "../compare/classify.ts";
import type { DriftReport } from "../report-schema.ts";
import type { IgnoreRegister } from "./register.ts";

export type Ignored = DriftReport["ignored"][number];

export interface Applied {
    /** What is left of the drift; nothing when all of it is ignored. */
    left: Drift | undefined;
    ignored: Ignored[];
}

/** Takes out of a drift what is ignored. One that breaks a control stays whole: that takes an exception. */
export function applyIgnores(drift: Drift, breaksControl: boolean, ignores: IgnoreRegister): Applied {
    const { urn } = drift.before.resource;
    const whole = coverOf(ignores, urn, `(${drift.kind})`);
    const covers = drift.differences.map(({ path }) => coverOf(ignores, urn, formatPath(path)));
    if (breaksControl) return { left: drift, ignored: [] };
    if (whole !== undefined) return { left: undefined, ignored: [whole] };
    // Another resource in the place of one is more than the properties by which it shows.
    if (drift.differences.length === 0 || drift.kind === "replaced") return { left: drift, ignored: [] };
    const differences = drift.differences.filter((_, index) => covers[index] === undefined);
    const left = differences.length === 0 ? undefined : { ...drift, differences };
    return { left, ignored: covers.filter((cover) => cover !== undefined) };
}

/** How an ignore that covers it is told. */
export function coverOf(ignores: IgnoreRegister, resource: string, path: string): Ignored | undefined {
    const cover = ignores.covering(resource, path);
    return cover && { id: cover.id, until: cover.expires, resource, path };
}
