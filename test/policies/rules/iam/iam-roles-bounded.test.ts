import { iamRolesBounded } from "../../../../policies/rules/iam/iam-roles-bounded.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const limit = "arn:aws:iam::123456789012:policy/compliance-delivery/boundaries/platform";
const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

describeRule(iamRolesBounded, [
    { title: "accepts a role under a limit", props: { permissionsBoundary: limit }, found: [] },
    { title: "rejects a role without one", props: {}, found: ["permissionsBoundary: is not one of ours"] },
    {
        title: "rejects a limit that somebody else wrote",
        props: { permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" },
        found: ["permissionsBoundary: is not one of ours"],
    },
    {
        title: "cannot decide while the limit is unknown",
        props: { permissionsBoundary: unknown },
        found: ["permissionsBoundary is unknown"],
    },
    {
        title: "rejects a role that has its limit attached as well",
        props: { permissionsBoundary: limit, managedPolicyArns: [limit] },
        found: ["managedPolicyArns[0]: grants what is meant to limit"],
    },
    {
        title: "rejects an attachment of a limit",
        type: attachment,
        props: { policyArn: limit },
        found: ["policyArn: grants what is meant to limit"],
    },
    {
        title: "accepts an attachment of a policy of ours",
        type: attachment,
        props: { policyArn: "arn:aws:iam::123456789012:policy/compliance-delivery/prod-read-data" },
        found: [],
    },
]);
