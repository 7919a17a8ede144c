import { holdsRestricted } from "../../checks/held-to/restricted.ts";
import { configurationOfModel, isServerless, variantsOf } from "../../checks/links/model-links.ts";
import { MODEL } from "../../checks/types.ts";
import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";

export const sagemakerIsolated: StackRule = {
    name: "sagemaker-isolated",
    scope: "stack",
    why: "A model is code from elsewhere that reads transactions; with a way out it could tell them to anybody.",
    severity: "high",
    controls: ["pci:1.4.4", "pci:1.3.2", "nist:SC-7", "nist:AC-4", "nist:SC-7(10)", "iso:A.8.20"],
    fix: "Set enableNetworkIsolation, and vpcConfig with two subnets and a security group of the private network",
    types: [MODEL],
    check(model, judge, graph) {
        const excused = () => !holdsRestricted(model) && onlyServerless(model, graph);
        judge(model.at("enableNetworkIsolation"), (on) =>
            on.flag() === true || excused() ? undefined : "is not on, so the model can call anybody",
        );
        judge(model.at("vpcConfig.subnets"), (subnets) =>
            subnets.items().length >= 2 || excused() ? undefined : "does not name two subnets",
        );
        judge(model.at("vpcConfig.securityGroupIds"), (groups) =>
            groups.items().length > 0 || excused() ? undefined : "names no security group",
        );
    },
};

/** SageMaker offers neither for a serverless endpoint, which therefore serves no restricted data. */
function onlyServerless(model: Resource, graph: Graph): boolean {
    const variants = graph.referrers(model, configurationOfModel).flatMap(variantsOf);
    return variants.length > 0 && variants.every(isServerless);
}
