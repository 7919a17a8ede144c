import { logGroupOfStage } from "../../checks/links/links.ts";
import { API_STAGE, LOG_GROUP } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

/** Who asked for what, what became of it, and why it was turned away. */
const TOLD = ["$context.requestId", "$context.status", "$context.identity.sourceIp", "$context.authorizer.error"];
const SECRET = /\$context\.(authorizer\.(token|jwt)|requestOverride)|\$request\./i;

export const apiLogged: StackRule = {
    name: "api-logged",
    scope: "stack",
    why: "Who tried to get in with which token nobody knows afterwards, unless each request leaves a line.",
    severity: "high",
    controls: ["pci:10.2.1", "nist:AU-2", "nist:AU-12", "iso:A.8.15"],
    fix: `Set accessLogSettings with a log group and a format that has ${TOLD.join(", ")}`,
    types: [API_STAGE],
    check(stage, judge, graph) {
        judge(stage.at("accessLogSettings.destinationArn"), (log) => {
            if (log.isAbsent()) return "is not set";
            return graph.targets(stage, logGroupOfStage, LOG_GROUP).length > 0
                ? undefined
                : "is no log of the platform";
        });
        judge(stage.at("accessLogSettings.format"), (format) => {
            const text = format.text() ?? "";
            if (SECRET.test(text)) return "writes what the caller sent into the log";
            const missing = TOLD.filter((variable) => !text.includes(variable));
            return missing.length === 0 ? undefined : `leaves out ${missing.join(", ")}`;
        });
    },
};
