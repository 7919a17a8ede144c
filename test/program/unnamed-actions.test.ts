import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serviceOf } from "../../local/providers/permissions/reference.ts";
import { root } from "../../tools/paths.mjs";

/** What the guardrail lets stand on "*" although AWS's reference names a type for it, each with the reason. */
const ALL_THE_SAME: Record<string, string> = {
    "cloudwatch:PutMetricData": "a type for data sets of logs; metrics have none, and the namespace narrows it",
    "datapipeline:ReportTaskProgress": "the service's own guide knows no resource, and * holds either way",
    "datapipeline:SetTaskStatus": "the service's own guide knows no resource, and * holds either way",
    "ec2:AssignPrivateIpAddresses": "Lambda refuses a role that names interfaces",
    "ec2:CreateNetworkInterface": "Lambda refuses a role that names subnets or groups",
    "ec2:DeleteNetworkInterface": "Lambda refuses a role that names interfaces",
    "ec2:UnassignPrivateIpAddresses": "Lambda refuses a role that names interfaces",
    "quicksight:DescribeAccountSubscription": "the account lies in the region of its people, which is not the stack's",
};

describe("the actions that the guardrail on wildcards lets stand on every resource", () => {
    const source = readFileSync(join(root, "policies", "rules", "iam", "iam-no-wildcard-resource.ts"), "utf8");
    const listed = [...source.matchAll(/^ {4}"([\w-]+:\w+)",$/gm)].map(([, action = ""]) => action);

    it("are actions that AWS has, and none that could name its resource, but for a reason", () => {
        assert.ok(listed.length > 40, `${listed.length} actions`);
        const known = listed.map((action) => {
            const [service = "", name = ""] = action.split(":");
            return [action, serviceOf(service)?.actions[name.toLowerCase()]] as const;
        });
        assert.deepEqual(
            known.flatMap(([action, found]) => (found === undefined ? [action] : [])),
            [],
        );
        const nameable = known.flatMap(([action, found]) => ((found?.resourceTypes.length ?? 0) > 0 ? [action] : []));
        assert.deepEqual(nameable.sort(), Object.keys(ALL_THE_SAME).sort());
    });
});
