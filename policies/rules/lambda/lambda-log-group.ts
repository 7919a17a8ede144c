import { logGroupOfFunction } from "../../checks/links/links.ts";
import { FUNCTION, LOG_GROUP } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const lambdaLogGroup: StackRule = {
    name: "lambda-log-group",
    scope: "stack",
    why: "A log group that Lambda makes by itself has no key of ours and no retention.",
    severity: "medium",
    controls: ["pci:10.2.1", "nist:AU-12", "iso:A.8.15"],
    fix: "Create a LogGroup in the program and name it in loggingConfig.logGroup",
    types: [FUNCTION],
    check(fn, judge, graph) {
        judge(fn.at("loggingConfig.logGroup"), (value) => {
            if (graph.targets(fn, logGroupOfFunction, LOG_GROUP).length > 0) return undefined;
            const name = value.text() ?? `/aws/lambda/${fn.at("name").text() ?? fn.name}`;
            const groups = graph.ofType(LOG_GROUP).map((group) => group.at("name").text());
            return groups.includes(name) ? undefined : "is no log group of this stack";
        });
    },
};
