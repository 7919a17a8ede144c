import assert from "node:assert/strict";
import { ModelRegistry } from "../../../infra/scoring/model-registry.ts";
import { ACCOUNT } from "../../support/infra-parts.ts";
import { allRegistered, created, found, recordResources, statements } from "../../support/mocks.ts";

const GROUP = "aws:sagemaker/modelPackageGroup:ModelPackageGroup";
const POLICY = "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy";

async function create(changes: { deletable?: boolean } = {}): Promise<void> {
    new ModelRegistry("m", { groupName: "the-group", accountId: ACCOUNT, region: "eu-west-1", ...changes });
    await allRegistered();
}

describe("ModelRegistry", () => {
    beforeEach(recordResources);

    it("keeps every version in one group, which a destroy leaves", async () => {
        await create();
        assert.deepEqual(created(GROUP, "m"), {
            modelPackageGroupName: "the-group",
            modelPackageGroupDescription: "Versions of the fraud model; a person approves each before it is deployed",
        });
        assert.equal(found(GROUP, "m").isProtected, true);
    });

    it("goes with the stack when that consents", async () => {
        await create({ deletable: true });
        assert.equal(found(GROUP, "m").isProtected, false);
    });

    it("lets nobody of another account near it, and no role of the platform approve", async () => {
        await create();
        const versions = `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:model-package/the-group/*`;
        assert.deepEqual(statements(POLICY, "m", "resourcePolicy"), [
            {
                Sid: "OnlyThisAccount",
                Effect: "Deny",
                Principal: "*",
                Action: [
                    "sagemaker:CreateModel",
                    "sagemaker:DescribeModelPackage",
                    "sagemaker:DescribeModelPackageGroup",
                    "sagemaker:ListModelPackages",
                    "sagemaker:UpdateModelPackage",
                ],
                Resource: ["arn:sagemaker:m", versions],
                Condition: { StringNotEquals: { "aws:PrincipalAccount": ACCOUNT } },
            },
            {
                Sid: "NoApprovalByThePlatform",
                Effect: "Deny",
                Principal: "*",
                Action: ["sagemaker:UpdateModelPackage"],
                Resource: [versions],
                Condition: { StringEquals: { "aws:PrincipalTag/platform": "compliance-platform" } },
            },
        ]);
    });
});
