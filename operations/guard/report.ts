import type { Finding, PreviewReport } from "../preview/report.ts";
import type { Fault, Judgement, Sited } from "./judge/judgement.ts";
import type { Place, PlaceOf } from "./places.ts";

/** The JSON of `npm run guard -- --format json`: the report of a preview, and where in the sources each thing stands. */
export interface GuardReport extends PreviewReport {
    findings: Placed<Finding>[];
    /** The same errors with their places. */
    faults: Placed<Fault>[];
}

export type Placed<T> = T & { place?: Place };

export function reportOf(stack: string, judgement: Judgement, placeOf: PlaceOf, seconds: number): GuardReport {
    const { resources, findings, errors, rules } = judgement;
    const placed = <T extends object>({ site, ...rest }: Sited<T>): Placed<T> => {
        const place = placeOf(site);
        return { ...(rest as unknown as T), ...(place && { place }) };
    };
    return {
        stack,
        offline: true,
        resources: [...resources],
        findings: findings.map((finding) => placed<Finding>(finding)),
        rules,
        errors: errors.map(({ message }) => message),
        faults: errors.map((fault) => placed<Fault>(fault)),
        seconds: Math.round(seconds * 1000) / 1000,
    };
}

/** The report when it did not come to a judgement. */
export function failed(stack: string, faults: readonly Placed<Fault>[], started: number): GuardReport {
    return {
        stack,
        offline: true,
        resources: [],
        findings: [],
        rules: 0,
        errors: faults.map(({ message }) => message),
        faults: [...faults],
        seconds: Math.round(performance.now() - started) / 1000,
    };
}
