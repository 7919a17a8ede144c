import { stringify } from "yaml";
import { LONGEST_DAYS } from "../../../policies/exceptions/exception.ts";
import type { DriftReport } from "../report-schema.ts";

/** An entry of the ignore file for each difference, for its owner to complete. What breaks a control gets none. */
export function asIgnores({ findings, finishedAt }: DriftReport): string {
    const since = finishedAt.slice(0, 10);
    const expires = new Date(Date.parse(since) + LONGEST_DAYS * 86_400_000).toISOString().slice(0, 10);
    const entries = findings
        .filter(({ severity, kind }) => severity !== "critical" && kind !== "undeployed")
        .flatMap(({ urn, id, kind, differences }) => {
            const whole = differences.length === 0 || kind === "replaced";
            const paths = whole ? [`(${kind})`] : differences.map(({ path }) => path);
            return paths.map((path) => ({ resource: urn || id, path }));
        })
        .map((what, index) => ({
            id: `IG-${since}-${index + 1}`,
            ...what,
            reason: "",
            owner: "",
            since,
            expires,
        }));
    return stringify(entries, { lineWidth: 0 });
}
