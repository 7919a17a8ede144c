import { flowLogOfNetwork, logGroupOfFlowLog } from "../../checks/links/links.ts";
import { FLOW_LOG, LOG_GROUP, NETWORK } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

/** Without these nobody can tell who spoke with whom, when, and whether it got through. */
const FIELDS = ["srcaddr", "dstaddr", "dstport", "start", "action"];

export const networkFlowsLogged: StackRule = {
    name: "network-flows-logged",
    scope: "stack",
    why: "Without a flow log nobody can tell who spoke with whom during an incident.",
    severity: "medium",
    controls: ["pci:10.2.1", "nist:AU-12", "nist:SI-4", "iso:A.8.15"],
    fix: "Add a FlowLog for the network with trafficType ALL, into a LogGroup of the program",
    types: [FLOW_LOG, NETWORK],
    check(resource, judge, graph) {
        if (resource.type === FLOW_LOG) {
            judge(resource.at("logDestination"), () => {
                const kind = resource.at("logDestinationType").text() ?? "cloud-watch-logs";
                if (kind !== "cloud-watch-logs") return `is of the kind ${kind}`;
                const groups = graph.targets(resource, logGroupOfFlowLog, LOG_GROUP);
                return groups.length > 0 ? undefined : "is no log group of this stack";
            });
            judge(resource.at("logFormat"), (format) => {
                const text = format.text();
                const missing = text === undefined ? [] : FIELDS.filter((field) => !text.includes(`\${${field}}`));
                return missing.length === 0 ? undefined : `leaves out ${missing.join(", ")}`;
            });
            return;
        }
        judge(resource.at("flowLog"), () => {
            const logs = graph.referrers(resource, flowLogOfNetwork);
            if (logs.length === 0) return "is not set for this network";
            const all = logs.some((log) => log.at("trafficType").text() === "ALL");
            return all ? undefined : "leaves out accepted or refused traffic";
        });
    },
};
