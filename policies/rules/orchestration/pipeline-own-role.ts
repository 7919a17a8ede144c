import { policyOfRole } from "../../checks/links/links.ts";
import { definedObjects } from "../../checks/pipeline-objects.ts";
import { allowed, policiesOf } from "../../checks/statements/policy-document.ts";
import { PIPELINE_DEFINITION, ROLE } from "../../checks/types.ts";
import type { Graph } from "../../core/graph.ts";
import type { StackRule } from "../../core/rule.ts";

/** All that a pipeline needs whose steps wait for our worker: to tell, also through an encrypted topic. */
const TELLING = new Set(["sns:Publish", "kms:Decrypt", "kms:GenerateDataKey"]);

export const pipelineOwnRole: StackRule = {
    name: "pipeline-own-role",
    scope: "stack",
    why: "The stock roles of AWS Data Pipeline may start machines and read every bucket; a pipeline here only tells.",
    severity: "high",
    controls: ["pci:7.2.5", "nist:AC-6", "sox:404-access-1", "iso:A.8.2"],
    fix: "Name a role of this stack that may publish to the alert topic and nothing else, and leave each step to a workerGroup",
    types: [PIPELINE_DEFINITION],
    check(definition, judge, graph) {
        judge(definition.at("pipelineObjects"), () => {
            const objects = definedObjects(definition);
            const own = objects.find(({ texts }) => texts.has("resourceRole") || texts.has("imageId"));
            if (own !== undefined) return `${own.id} starts machines`;
            const elsewhere = objects.find(({ type, texts }) => type.endsWith("Activity") && !texts.has("workerGroup"));
            if (elsewhere !== undefined) return `${elsewhere.id} is left to no workerGroup`;
            const roles = [...new Set(objects.flatMap(({ texts }) => texts.get("role") ?? []))];
            if (roles.length === 0) return "names no role";
            return roles.map((role) => faultOf(role, graph)).find((fault) => fault !== undefined);
        });
    },
};

function faultOf(name: string, graph: Graph): string | undefined {
    const role = graph.ofType(ROLE).find((one) => one.at("name").text() === name);
    if (role === undefined) return `names ${name}, which is no role of this stack`;
    const actions = [role, ...graph.referrers(role, policyOfRole)]
        .flatMap((one) => policiesOf(one).flatMap((policy) => allowed(policy)))
        .flatMap((statement) => statement.at("Action").texts());
    const more = actions.filter((action) => !TELLING.has(action));
    return more.length === 0 ? undefined : `names ${name}, which may ${more.join(", ")}`;
}
