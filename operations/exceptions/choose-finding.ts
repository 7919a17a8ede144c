import { EXCEPTIONS_RULE } from "../../policies/exceptions/register.ts";
import { UserError } from "../cli/user-error.ts";
import type { Finding } from "../preview/report.ts";

/** Which finding is meant. What is left out does not narrow. */
export interface Wanted {
    readonly rule?: string;
    /** A URN, or how it ends: `landing`, `Bucket::landing`. */
    readonly resource?: string;
    /** Property that the finding names. */
    readonly finding?: string;
}

/** The one finding that is meant, out of all that a report has; says what there is when it is none or several. */
export function chooseFinding(findings: readonly Finding[], wanted: Wanted, where: string): Finding {
    const { rule, resource, finding } = wanted;
    const acceptable = findings.filter((found) => found.status !== "inconclusive" && found.rule !== EXCEPTIONS_RULE);
    const meant = acceptable.filter(
        (found) =>
            (rule === undefined || rule === found.rule) &&
            (resource === undefined || found.urn === resource || found.urn.endsWith(`:${resource}`)) &&
            (finding === undefined || finding === found.property),
    );
    const open = meant.filter(({ status }) => status === "violation");
    const [one, ...others] = open;
    if (one !== undefined && others.length === 0) return one;
    if (one !== undefined) {
        throw new UserError(
            [
                `${open.length} findings of ${where} fit. Name one with --rule, --resource and --finding:`,
                ...listed(open),
            ].join("\n"),
        );
    }
    const [excepted] = meant;
    if (excepted !== undefined) throw new UserError(`That finding is accepted already, by ${excepted.exception}.`);
    const violations = acceptable.filter(({ status }) => status === "violation");
    throw new UserError(
        violations.length === 0
            ? `${where} has no violation: there is nothing to accept.`
            : [`No finding of ${where} fits ${words(wanted)}. There are:`, ...listed(violations)].join("\n"),
    );
}

const words = (wanted: Wanted): string =>
    Object.entries(wanted)
        .map(([option, value]) => `--${option} ${value}`)
        .join(" ");

const AT_MOST = 20;

function listed(findings: readonly Finding[]): string[] {
    const lines = findings
        .slice(0, AT_MOST)
        .map(({ rule, urn, property }) => `  --rule ${rule} --finding ${property} --resource ${urn}`);
    return findings.length > AT_MOST ? [...lines, `  … and ${findings.length - AT_MOST} more`] : lines;
}
