import { pipelineOwnRole } from "../../../../policies/rules/orchestration/pipeline-own-role.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { activity, alarm, props } from "../../../support/pipelines.ts";
import { unknown } from "../../../support/run-rule.ts";

const role = { type: "aws:iam/role:Role", name: "teller", props: { name: "teller" } };
const policy = (...Action: string[]) => ({
    type: "aws:iam/rolePolicy:RolePolicy",
    name: "teller",
    props: {
        role: "teller",
        policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action, Resource: "arn:topic" }] }),
    },
});
const good = props(activity(), alarm());
const telling = policy("sns:Publish", "kms:Decrypt", "kms:GenerateDataKey");

describeRule(pipelineOwnRole, [
    { title: "accepts a role that only tells", props: good, beside: [role, telling], found: [] },
    {
        title: "rejects the stock role",
        props: props(activity(), alarm({ role: "DataPipelineDefaultRole" })),
        beside: [role, telling],
        found: ["pipelineObjects: names DataPipelineDefaultRole, which is no role of this stack"],
    },
    {
        title: "rejects a role that may do more",
        props: good,
        beside: [role, policy("sns:Publish", "ec2:RunInstances")],
        found: ["pipelineObjects: names teller, which may ec2:RunInstances"],
    },
    {
        title: "rejects a wildcard",
        props: good,
        beside: [role, policy("sns:*")],
        found: ["pipelineObjects: names teller, which may sns:*"],
    },
    {
        title: "rejects a definition that starts machines",
        props: props(activity({ resourceRole: "machines" }), alarm()),
        beside: [role, telling],
        found: ["pipelineObjects: step starts machines"],
    },
    {
        title: "rejects an activity that is left to no worker group",
        props: props(activity({ workerGroup: undefined }), alarm()),
        beside: [role, telling],
        found: ["pipelineObjects: step is left to no workerGroup"],
    },
    { title: "rejects a definition without a role", props: {}, found: ["pipelineObjects: names no role"] },
    {
        title: "cannot decide while the objects are unknown",
        props: { pipelineObjects: unknown },
        found: ["pipelineObjects is unknown"],
    },
]);
