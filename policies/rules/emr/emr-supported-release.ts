import { APPLICATION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** The oldest release whose Spark is the one that the jobs are tested on. */
const LEAST = 7;

export const emrSupportedRelease: ResourceRule = {
    name: "emr-supported-release",
    scope: "resource",
    why: "An old release of EMR gets no security fixes.",
    severity: "medium",
    controls: ["pci:6.3.3", "nist:SA-22", "iso:A.8.8"],
    fix: `Set releaseLabel to a release from emr-${LEAST}.0.0 on`,
    types: [APPLICATION],
    check(application, judge) {
        judge(application.at("releaseLabel"), (label) => {
            const major = Number(/^emr-(\d+)\./.exec(label.text() ?? "")?.[1] ?? 0);
            return major >= LEAST ? undefined : `is ${label.text() ?? "not set"}, older than emr-${LEAST}`;
        });
    },
};
