import { type Case, junitXml } from "../../report/junit-xml.ts";
import type { DriftFinding, DriftReport } from "../report-schema.ts";

/** The report as results of tests: that both clouds could be looked at, and each drift as a test that failed. */
export function asJunit({ stack, startedAt, finishedAt, untold, findings }: DriftReport): string {
    const looked: Case =
        untold.length === 0
            ? { name: LOOKED }
            : { name: LOOKED, kind: "error", message: untold[0] ?? "", text: untold.join("\n") };
    const time = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
    return junitXml([{ name: `drift of ${stack}`, about: stack, time, cases: [looked, ...findings.map(caseOf)] }]);
}

const LOOKED = "the clouds can be compared with the state";

function caseOf({ title, severity, change, urn, id, differences, broken, repair }: DriftFinding): Case {
    const told = [
        urn || id,
        ...differences.map(({ path, before, after }) => `${path}: ${before} is now ${after}`),
        ...broken.map(({ rule, property, message }) => `${rule}: ${property} ${message}`),
        `Repair: ${repair}`,
    ];
    return { name: title, kind: "failure", message: `${severity}, ${change}`, text: told.join("\n") };
}
