import { inProduction } from "../../checks/held-to/production.ts";
import { WORKSPACE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Days: a year in production, Azure's least elsewhere. */
const PRODUCTION = 365;
const ELSEWHERE = 30;

export const azureLogsKept: ResourceRule = {
    name: "azure-logs-kept",
    scope: "resource",
    why: "An investigation may look back a year, on Azure too.",
    severity: "medium",
    controls: ["pci:10.5.1", "nist:AU-11", "nist:SI-12", "iso:A.8.15"],
    fix: `Set retentionInDays to ${PRODUCTION} or more in production, ${ELSEWHERE} or more elsewhere`,
    types: [WORKSPACE],
    check(workspace, judge) {
        const least = inProduction(workspace) ? PRODUCTION : ELSEWHERE;
        judge(workspace.at("retentionInDays"), (days) => {
            const kept = days.number();
            if (kept === undefined) return "is not set";
            return kept >= least ? undefined : `is ${kept}, below ${least}`;
        });
    },
};
