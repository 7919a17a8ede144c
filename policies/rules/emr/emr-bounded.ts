import { APPLICATION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const emrBounded: ResourceRule = {
    name: "emr-bounded",
    scope: "resource",
    why: "An application without a ceiling, or one that never stops, spends without anybody having decided it.",
    severity: "medium",
    controls: ["nist:SC-5", "iso:A.8.6"],
    fix: "Set maximumCapacity.cpu and .memory, and leave autoStopConfiguration on",
    types: [APPLICATION],
    check(application, judge) {
        for (const limit of ["cpu", "memory"]) {
            judge(application.at(`maximumCapacity.${limit}`), (given) => (given.text() ? undefined : "is not set"));
        }
        // EMR has it on unless told otherwise.
        judge(application.at("autoStopConfiguration.enabled"), (on) => (on.flag() === false ? "is off" : undefined));
    },
};
