import assert from "node:assert/strict";
import { rolePolicy } from "../../../infra/compute/role-policy.ts";
import type { Grant } from "../../../infra/security/grant.ts";
import { value } from "../../support/mocks.ts";

async function written(grants: Grant[]): Promise<unknown> {
    return JSON.parse(await value(rolePolicy(grants)));
}

const allow = (Action: string[], Resource: string): Grant => ({ Effect: "Allow", Action, Resource });

describe("rolePolicy", () => {
    it("says once what several grants allow on the same thing", async () => {
        const grants = [
            allow(["kms:GenerateDataKey", "kms:Decrypt"], "key"),
            allow(["sqs:SendMessage"], "queue"),
            allow(["kms:Decrypt"], "key"),
        ];
        assert.deepEqual(await written(grants), {
            Version: "2012-10-17",
            Statement: [allow(["kms:Decrypt", "kms:GenerateDataKey"], "key"), allow(["sqs:SendMessage"], "queue")],
        });
    });

    it("never widens a grant that has a condition", async () => {
        const conditional = { ...allow(["kms:GenerateMac"], "key"), Condition: { StringEquals: { algorithm: "A" } } };
        const other = { ...allow(["kms:GenerateMac"], "key"), Condition: { StringEquals: { algorithm: "B" } } };
        const free = allow(["kms:DescribeKey"], "key");
        assert.deepEqual(await written([conditional, free, other, conditional]), {
            Version: "2012-10-17",
            Statement: [conditional, free, other],
        });
    });
});
