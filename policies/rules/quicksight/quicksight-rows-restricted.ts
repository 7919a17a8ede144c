import { rowRulesOfDataSet } from "../../checks/links/links.ts";
import { DATA_SET } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const RULES = "rowLevelPermissionDataSet";

export const quicksightRowsRestricted: StackRule = {
    name: "quicksight-rows-restricted",
    scope: "stack",
    why: "Without rules about rows, everybody who may open a dashboard sees every customer's figures.",
    severity: "high",
    controls: ["pci:7.2.5", "pci:7.2.6", "nist:AC-3", "nist:AC-6", "iso:A.8.3"],
    fix: `Set ${RULES} with GRANT_ACCESS and a data set of this stack that has useAs RLS_RULES; give the rules to nobody`,
    types: [DATA_SET],
    check(dataSet, judge, graph) {
        judge(dataSet.at("useAs"), (use) => {
            if (use.text() === "RLS_RULES") return undefined;
            const [rules] = graph.targets(dataSet, rowRulesOfDataSet, DATA_SET);
            if (rules === undefined) return `is not set, and no ${RULES} of this stack is`;
            return rules.at("useAs").text() === "RLS_RULES" ? undefined : "is not set on the data set with the rules";
        });
        judge(dataSet.at(`${RULES}.permissionPolicy`), (policy) =>
            policy.text() === "DENY_ACCESS" ? "shows rows to whoever is in no rule" : undefined,
        );
        judge(dataSet.at(`${RULES}.status`), (status) => (status.text() === "DISABLED" ? "is disabled" : undefined));
        // Who owns a data set sees all of its rows, whatever the rules say.
        judge(dataSet.at("permissions"), (given) => (given.items().length > 0 ? "gives it to people" : undefined));
    },
};
