import { REQUIRED_TAGS, TAGGED, tag } from "../../checks/tags.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const tagsComplete: ResourceRule = {
    name: "tags-complete",
    scope: "resource",
    why: "Without its tags nobody knows whose a resource is, what it may hold and how long.",
    severity: "low",
    controls: ["pci:12.5.1", "nist:CM-8", "sox:404-change-1", "iso:A.5.9", "iso:A.5.12"],
    fix: `Set all of ${REQUIRED_TAGS.join(", ")}`,
    types: TAGGED,
    check(resource, judge) {
        for (const name of REQUIRED_TAGS) {
            judge(tag(resource, name), (value) => {
                const text = value.text();
                return text === undefined || text.trim() === "" ? "is missing or empty" : undefined;
            });
        }
    },
};
