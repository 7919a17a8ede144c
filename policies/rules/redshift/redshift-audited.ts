import { LOG_GROUP, NAMESPACE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const LOGS = ["connectionlog", "userlog", "useractivitylog"];

export const redshiftAudited: StackRule = {
    name: "redshift-audited",
    scope: "stack",
    why: "Who connected and what he asked must be answered, from logs that outlive the warehouse and have an end.",
    severity: "high",
    controls: ["pci:10.2.1", "pci:10.2.1.1", "nist:AU-2", "nist:AU-12", "iso:A.8.15"],
    fix: "Export all three logs, each to a log group /aws/redshift/<namespace>/<log> of the stack",
    types: [NAMESPACE],
    check(namespace, judge, graph) {
        judge(namespace.at("logExports"), (exports) => {
            const missing = LOGS.filter((log) => !exports.texts().includes(log));
            return missing.length === 0 ? undefined : `leaves out ${missing.join(", ")}`;
        });
        judge(namespace.at("namespaceName"), (name) => {
            const groups = graph.ofType(LOG_GROUP).map((group) => group.at("name").text());
            const missing = LOGS.filter((log) => !groups.includes(`/aws/redshift/${name.text()}/${log}`));
            return missing.length === 0 ? undefined : `has no log group in the stack for ${missing.join(", ")}`;
        });
    },
};
