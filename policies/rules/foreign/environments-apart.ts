import { TAGGED, tag } from "../../checks/tags.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const environmentsApart: ResourceRule = {
    name: "environments-apart",
    scope: "resource",
    why: "A resource that claims another environment is paid for, guarded and deleted as if it were there.",
    severity: "medium",
    controls: ["pci:6.5.3", "nist:CM-8", "iso:A.5.9", "iso:A.8.31"],
    fix: "Set the tag environment to the name of the stack",
    types: TAGGED,
    check(resource, judge) {
        judge(tag(resource, "environment"), (value) => {
            const environment = value.text();
            if (environment === undefined || environment === resource.stack) return undefined;
            return `is ${environment} in the stack ${resource.stack}`;
        });
    },
};
