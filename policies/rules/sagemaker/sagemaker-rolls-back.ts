import { rollbackAlarmsOf } from "../../checks/links/model-links.ts";
import { ALARM, MODEL_ENDPOINT } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const ROUTING = "deploymentConfig.blueGreenUpdatePolicy.trafficRoutingConfiguration";

export const sagemakerRollsBack: StackRule = {
    name: "sagemaker-rolls-back",
    scope: "stack",
    why: "A new model that fails must give way to the old one by itself, before it has decided on many transactions.",
    severity: "high",
    controls: ["nist:CP-10", "sox:404-change-1", "sox:404-operations-2"],
    fix: "Set deploymentConfig with blueGreenUpdatePolicy, a wait, and alarms of this stack in autoRollbackConfiguration",
    types: [MODEL_ENDPOINT],
    check(endpoint, judge, graph) {
        judge(endpoint.at(`${ROUTING}.waitIntervalInSeconds`), (wait) =>
            (wait.number() ?? 0) > 0 ? undefined : "leaves the alarms no time",
        );
        judge(endpoint.at("deploymentConfig.autoRollbackConfiguration.alarms"), () =>
            graph.targets(endpoint, rollbackAlarmsOf, ALARM).length > 0 ? undefined : "names no alarm of this stack",
        );
    },
};
