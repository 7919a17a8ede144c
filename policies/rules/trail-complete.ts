import { TRAIL } from "../checks/types.ts";
import type { ResourceRule } from "../core/rule.ts";

export const trailComplete: ResourceRule = {
    name: "trail-complete",
    scope: "resource",
    why: "An audit trail with gaps, or without a seal on its files, proves nothing.",
    severity: "high",
    controls: ["pci:10.2.1", "pci:10.3.2", "nist:AU-2", "nist:AU-12", "iso:A.8.15"],
    fix: "Leave logging on, set isMultiRegionTrail and enableLogFileValidation, and record all management events",
    types: [TRAIL],
    check(trail, judge) {
        for (const property of ["isMultiRegionTrail", "enableLogFileValidation"]) {
            judge(trail.at(property), (on) => (on.flag() === true ? undefined : "is off"));
        }
        for (const property of ["enableLogging", "includeGlobalServiceEvents"]) {
            judge(trail.at(property), (on) => (on.flag() === false ? "is off" : undefined));
        }
        judge(trail.at("advancedEventSelectors"), (given) => {
            // Without any selector CloudTrail records all management events.
            if (given.isAbsent()) return undefined;
            const all = given.items().some((selector) => {
                const [only, ...others] = selector.at("fieldSelectors").items();
                return others.length === 0 && only?.at("equals").texts().includes("Management");
            });
            return all ? undefined : "leave out management events";
        });
    },
};
