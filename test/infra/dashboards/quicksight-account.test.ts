import assert from "node:assert/strict";
import { QuickSightAccount } from "../../../infra/dashboards/quicksight-account.ts";
import { allRegistered, created, protectedResources, recordResources } from "../../support/mocks.ts";

const SUBSCRIPTION = "aws:quicksight/accountSubscription:AccountSubscription";

describe("QuickSightAccount", () => {
    beforeEach(async () => {
        await recordResources();
        const where = { accountName: "bank", notificationEmail: "team@bank.example", identityRegion: "us-east-1" };
        new QuickSightAccount("quicksight", where);
        await allRegistered();
    });

    it("subscribes to the edition with permissions about rows, for people who sign in at the bank", () => {
        assert.deepEqual(created(SUBSCRIPTION, "quicksight"), {
            accountName: "bank",
            edition: "ENTERPRISE",
            authenticationMethod: "IAM_ONLY",
            notificationEmail: "team@bank.example",
            region: "us-east-1",
        });
    });

    it("keeps the subscription through a destroy in every stack", () => {
        assert.deepEqual(protectedResources(), [`${SUBSCRIPTION} quicksight`]);
    });

    it("makes the role by whose name QuickSight finds it, and lets only QuickSight assume it", () => {
        const { name, path, assumeRolePolicy } = created("aws:iam/role:Role", "quicksight-secrets");
        assert.deepEqual([name, path], ["aws-quicksight-secretsmanager-role-v0", "/service-role/"]);
        assert.deepEqual(JSON.parse(String(assumeRolePolicy)).Statement, [
            { Effect: "Allow", Principal: { Service: "quicksight.amazonaws.com" }, Action: "sts:AssumeRole" },
        ]);
    });
});
