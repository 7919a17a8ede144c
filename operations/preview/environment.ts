import type { Changes } from "../changes/change.ts";
import { type CostReport, costOf } from "../changes/cost/difference.ts";
import type { Dangers } from "../changes/dangers/danger.ts";
import { dangersOf } from "../changes/dangers/index.ts";
import { NamedResources } from "../changes/named.ts";
import { type Reach, reachOf } from "../changes/reach.ts";
import type { Place } from "../guard/places.ts";
import { adviceFor } from "./advice.ts";
import type { Finding, PreviewedResource, PreviewReport } from "./report.ts";

/** All that a report says of one environment. */
export interface EnvironmentReport extends PreviewReport {
    findings: ReportedFinding[];
    /** Whether there was something to compare with; else every resource shows as new. */
    compared: boolean;
    /** What makes the comparison less than whole, one sentence each. */
    notes: string[];
    /** What to do about the errors, one line each. */
    advice: string[];
    dangers: Dangers;
    changes: ReportedChange[];
    cost: CostReport;
    reach: Reach[];
}

export interface ReportedFinding extends Finding {
    place?: Place;
    /** Whether it was found before the change too. */
    isOld?: boolean;
}

export interface ReportedChange extends PreviewedResource {
    properties: ReportedProperty[];
}

export interface ReportedProperty {
    path: string;
    kind: "add" | "delete" | "update";
    replaces: boolean;
    before?: unknown;
    after?: unknown;
}

/** The JSON of `npm run preview -- --format json`; docs/schemas/preview-report.schema.json describes it. */
export interface Report {
    version: 1;
    /** The revision that was compared with. */
    against?: Against;
    environments: EnvironmentReport[];
}

export interface Against {
    /** As it was asked for. */
    revision: string;
    /** What it was compared with: where the working tree branched off, if that is known. */
    commit: string;
    /** Files that decide what is refused, and that changed: rules, exceptions, owners. */
    guards: string[];
}

export interface EnvironmentArgs {
    readonly report: PreviewReport & { findings: ReportedFinding[] };
    readonly changes: Changes;
    readonly notes?: readonly string[];
    /** Findings of before the change. */
    readonly old?: readonly Finding[];
}

/** A report with all that follows from the changes. */
export function environmentReport({ report, changes, notes = [], old }: EnvironmentArgs): EnvironmentReport {
    const known = old && new Set(old.map(keyOf));
    const findings = report.findings.map((finding) =>
        known?.has(keyOf(finding)) ? { ...finding, isOld: true } : finding,
    );
    return {
        ...report,
        findings,
        compared: changes.before !== undefined,
        notes: [...notes],
        advice: adviceFor(report),
        dangers: dangersOf(changes),
        changes: reportedChanges(changes),
        cost: costOf(changes),
        reach: reachOf(changes),
    };
}

/** With the names of other resources in place of what a cloud calls them. */
function reportedChanges({ changes, before = [], after }: Changes): ReportedChange[] {
    const touched = changes.filter(({ operation }) => operation !== "same");
    if (touched.length === 0) return [];
    const [old, now] = [new NamedResources(before), new NamedResources(after)];
    return touched.map((change): ReportedChange => {
        const { urn, type, name, operation } = change;
        const properties = change.properties.map((property) => ({
            ...property,
            ...(change.before && "before" in property && { before: old.in(property.before, change.before) }),
            ...(change.after && "after" in property && { after: now.in(property.after, change.after) }),
        }));
        return { urn, type, name, change: operation, properties };
    });
}

function keyOf({ rule, urn, property, status }: Finding): string {
    return JSON.stringify([rule, urn, property, status]);
}
