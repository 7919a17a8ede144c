import { logGroupOfEndpoint } from "../../checks/links/model-links.ts";
import { MODEL_ENDPOINT } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const sagemakerLogged: StackRule = {
    name: "sagemaker-logged",
    scope: "stack",
    why: "A log group that SageMaker makes by itself has no key of ours and no retention.",
    severity: "medium",
    controls: ["pci:10.2.1", "nist:AU-12", "iso:A.8.15"],
    fix: "Create a LogGroup named /aws/sagemaker/Endpoints/ and the endpoint's name",
    types: [MODEL_ENDPOINT],
    check(endpoint, judge, graph) {
        judge(endpoint.at("name"), () =>
            graph.referrers(endpoint, logGroupOfEndpoint).length > 0 ? undefined : "has no log group in this stack",
        );
    },
};
