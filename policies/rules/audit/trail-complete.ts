import { TRAIL } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Fields by which a selector records some of the events only. */
const SKIPPING = [
    "readOnly",
    "eventName",
    "eventSource",
    "userIdentity.arn",
    "sessionCredentialFromConsole",
    "vpcEndpointId",
];

export const trailComplete: ResourceRule = {
    name: "trail-complete",
    scope: "resource",
    why: "An audit trail with gaps, or without a seal on its files, proves nothing.",
    severity: "high",
    controls: [
        "pci:10.2.1",
        "pci:10.3.2",
        "pci:10.3.4",
        "nist:AU-2",
        "nist:AU-12",
        "nist:AU-9(3)",
        "iso:A.8.15",
        "iso:A.5.28",
    ],
    fix: "Leave logging on, set isMultiRegionTrail and enableLogFileValidation, and record all management events",
    types: [TRAIL],
    check(trail, judge) {
        for (const property of ["isMultiRegionTrail", "enableLogFileValidation"]) {
            judge(trail.at(property), (on) => (on.flag() === true ? undefined : "is off"));
        }
        for (const property of ["enableLogging", "includeGlobalServiceEvents"]) {
            judge(trail.at(property), (on) => (on.flag() === false ? "is off" : undefined));
        }
        for (const selector of trail.at("advancedEventSelectors").items()) {
            for (const field of selector.at("fieldSelectors").items()) {
                judge(field.at("field"), (name) =>
                    SKIPPING.includes(name.text() ?? "") ? `leaves out events by ${name.text()}` : undefined,
                );
                for (const negation of ["notEquals", "notStartsWiths", "notEndsWiths"]) {
                    judge(field.at(negation), (left) =>
                        left.items().length === 0 ? undefined : "leaves out events of what it names",
                    );
                }
            }
        }
        judge(trail.at("eventSelectors"), (given) =>
            given.items().length === 0 ? undefined : "are the older kind, which leaves out what it does not name",
        );
        judge(trail.at("advancedEventSelectors"), (given) => {
            // Without any selector CloudTrail records all management events.
            if (given.isAbsent()) return undefined;
            const all = given.items().some((selector) => {
                const [only, ...others] = selector.at("fieldSelectors").items();
                return (
                    others.length === 0 &&
                    only?.at("field").text() === "eventCategory" &&
                    only.at("equals").texts().includes("Management")
                );
            });
            return all ? undefined : "leave out management events";
        });
    },
};
