import { logGroupOfWorkflow } from "../../checks/links/links.ts";
import { LOG_GROUP, STATE_MACHINE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const workflowLogged: StackRule = {
    name: "workflow-logged",
    scope: "stack",
    why: "Without a log nobody can show what a workflow did; with the data in it, the log would need the data's guard.",
    severity: "medium",
    controls: ["pci:10.2.1", "nist:AU-12", "iso:A.8.15"],
    fix: "Trace it, and set loggingConfiguration: level ERROR or ALL, no execution data, a log group of the program",
    types: [STATE_MACHINE],
    check(machine, judge, graph) {
        judge(machine.at("loggingConfiguration.level"), (level) =>
            ["ALL", "ERROR"].includes(level.text() ?? "") ? undefined : "is neither ERROR nor ALL",
        );
        judge(machine.at("loggingConfiguration.includeExecutionData"), (data) =>
            data.flag() === true ? "writes what passes through the workflow into its log" : undefined,
        );
        judge(machine.at("loggingConfiguration.logDestination"), (destination) => {
            if (graph.targets(machine, logGroupOfWorkflow, LOG_GROUP).length > 0) return undefined;
            // Step Functions wants the streams of the group, so its ARN has an end that the group's own has not.
            const group = destination.text()?.replace(/:\*$/, "") ?? "";
            const known = graph.ofType(LOG_GROUP).some((one) => one.at("arn").text() === group);
            return known ? undefined : "is no log group of this stack";
        });
        judge(machine.at("tracingConfiguration.enabled"), (on) => (on.flag() === true ? undefined : "is not on"));
    },
};
