import { foreignIn } from "../../checks/foreign/foreign.ts";
import { oursOf, TRUSTED } from "../../checks/foreign/ours.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const referencesOurs: ResourceRule = {
    name: "references-ours",
    scope: "resource",
    why: "What names another's account, tenant or subscription sends data there, or takes programs and keys from there.",
    severity: "critical",
    controls: [
        "pci:7.3.3",
        "nist:AC-4",
        "nist:SA-9(5)",
        "nist:SC-7(10)",
        "sox:404-access-1",
        "iso:A.5.14",
        "iso:A.5.23",
        "iso:A.8.12",
    ],
    fix: `Name something of ours; if the bank trusts whom it names, add it with a reason to ${TRUSTED}`,
    types: (type) => !type.startsWith("compliance:"),
    check(resource, judge) {
        const ours = oursOf(resource);
        if (!ours) return;
        for (const leaf of resource.leaves()) {
            const field = leaf.path.slice(leaf.path.lastIndexOf(".") + 1).replace(/(\[\d+\])+$/, "");
            const what = foreignIn(leaf.text() ?? "", field, ours);
            if (what !== undefined) judge(leaf, () => what);
        }
    },
};
