import assert from "node:assert/strict";
import { Warehouse } from "../../../infra/warehouse/warehouse.ts";
import { warehouseName } from "../../../infra/warehouse/warehouse-name.ts";
import { ACCOUNT, theBucket, theKey, theNetwork, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, found, namesOf, recordResources, statements, value } from "../../support/mocks.ts";

const NAMESPACE = "aws:redshiftserverless/namespace:Namespace";
const WORKGROUP = "aws:redshiftserverless/workgroup:Workgroup";
const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const LOGS = ["connectionlog", "userlog", "useractivitylog"];

async function warehouse(changes: { deletable?: boolean; environment?: string } = {}): Promise<Warehouse> {
    const key = theKey();
    const made = new Warehouse("warehouse", {
        environment: "test",
        accountId: ACCOUNT,
        key,
        log: { key, retentionDays: 400 },
        network: theNetwork(),
        sources: [theBucket()],
        baseCapacity: 8,
        maxCapacity: 16,
        dailyRpuHours: 100,
        whenUsedUp: "deactivate",
        longestQuerySeconds: 600,
        alarmTopic: theTopic(),
        ...changes,
    });
    await allRegistered();
    return made;
}

describe("Warehouse", () => {
    beforeEach(recordResources);

    it("keeps data and passwords under our key, and tells every statement to a log of ours", async () => {
        await warehouse();
        assert.deepEqual(created(NAMESPACE, "warehouse"), {
            namespaceName: "compliance-platform-test",
            dbName: "compliance",
            kmsKeyId: "arn:kms:the-key",
            manageAdminPassword: true,
            adminPasswordSecretKmsKeyId: "arn:kms:the-key",
            iamRoles: ["arn:iam:warehouse-copy"],
            defaultIamRoleArn: "arn:iam:warehouse-copy",
            logExports: LOGS,
        });
        const { dependsOn } = found(NAMESPACE, "warehouse");
        for (const log of LOGS) {
            const { name, kmsKeyId, retentionInDays } = created(GROUP, `warehouse-${log}`);
            assert.deepEqual(
                [name, kmsKeyId, retentionInDays],
                [`/aws/redshift/compliance-platform-test/${log}`, "arn:kms:the-key", 400],
            );
            assert.ok(dependsOn.some((one) => one.endsWith(` warehouse-${log}`)));
        }
    });

    it("stands inside the network, takes TLS only and ends long queries", async () => {
        await warehouse();
        const { configParameters, ...workgroup } = created(WORKGROUP, "warehouse");
        assert.deepEqual(workgroup, {
            workgroupName: "compliance-platform-test",
            namespaceName: "compliance-platform-test",
            baseCapacity: 8,
            maxCapacity: 16,
            publiclyAccessible: false,
            enhancedVpcRouting: true,
            port: 5439,
            subnetIds: ["net-subnet-1", "net-subnet-2"],
            securityGroupIds: ["warehouse-id"],
        });
        const parameters = configParameters as { parameterKey: string; parameterValue: string }[];
        const values = Object.fromEntries(parameters.map((one) => [one.parameterKey, one.parameterValue]));
        assert.deepEqual(values, {
            auto_mv: "true",
            datestyle: "ISO, MDY",
            enable_case_sensitive_identifier: "false",
            enable_user_activity_logging: "true",
            max_query_execution_time: "600",
            query_group: "default",
            require_ssl: "true",
            search_path: "$user, public",
            use_fips_ssl: "false",
        });
    });

    it("lets nobody in by itself, and speaks with S3 only", async () => {
        await warehouse();
        const ofThis = (type: string) =>
            namesOf(type).filter((name) => created(type, name).securityGroupId === "warehouse-id");
        assert.deepEqual(ofThis("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), []);
        const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
        assert.deepEqual(ofThis(EGRESS), ["warehouse-to-s3"]);
        assert.deepEqual(created(EGRESS, "warehouse-to-s3"), {
            securityGroupId: "warehouse-id",
            prefixListId: "pl-net-s3",
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
        });
    });

    it("has a limit for each day, and tells when four fifths of it are used, or all its capacity", async () => {
        await warehouse();
        assert.deepEqual(created("aws:redshiftserverless/usageLimit:UsageLimit", "warehouse"), {
            resourceArn: "arn:redshiftserverless:warehouse",
            usageType: "serverless-compute",
            period: "daily",
            amount: 100,
            breachAction: "deactivate",
        });
        const terms = (name: string) => {
            const { namespace, metricName, dimensions, threshold, period, evaluationPeriods } = created(ALARM, name);
            return [namespace, metricName, dimensions, threshold, period, evaluationPeriods];
        };
        const on = ["AWS/Redshift-Serverless"];
        const dimensions = { Workgroup: "compliance-platform-test" };
        assert.deepEqual(terms("warehouse-busy"), [...on, "ComputeCapacity", dimensions, 16, 1800, 1]);
        assert.deepEqual(terms("warehouse-usage"), [...on, "ComputeSeconds", dimensions, 80 * 3600, 86_400, 1]);
    });

    it("reads what it loads as a role that only Redshift of this account may take, and that can write nothing", async () => {
        await warehouse();
        assert.deepEqual(statements("aws:iam/role:Role", "warehouse-copy", "assumeRolePolicy"), [
            {
                Effect: "Allow",
                Principal: { Service: ["redshift-serverless.amazonaws.com", "redshift.amazonaws.com"] },
                Action: "sts:AssumeRole",
                Condition: { StringEqualsIfExists: { "aws:SourceAccount": ACCOUNT } },
            },
        ]);
        assert.deepEqual(statements("aws:iam/rolePolicy:RolePolicy", "warehouse-copy"), [
            { Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:s3:the-bucket/*" },
            { Effect: "Allow", Action: ["s3:ListBucket"], Resource: "arn:s3:the-bucket" },
            { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:the-key" },
        ]);
    });

    it("keeps its data through a destroy unless the stack consents", async () => {
        await warehouse();
        assert.ok(found(NAMESPACE, "warehouse").isProtected);
        await recordResources();
        await warehouse({ deletable: true });
        assert.ok(!found(NAMESPACE, "warehouse").isProtected);
    });

    it("says to others where it is and how to log in", async () => {
        const { address, port, database, workgroupName, dashboardSecretArn, securityGroupId } = await warehouse();
        assert.deepEqual(await value({ address, port, database, workgroupName, dashboardSecretArn, securityGroupId }), {
            address: "warehouse.redshift",
            port: 5439,
            database: "compliance",
            workgroupName: "compliance-platform-test",
            dashboardSecretArn: "arn:secretsmanager:warehouse-dashboards",
            securityGroupId: "warehouse-id",
        });
        assert.equal(created("aws:secretsmanager/secret:Secret", "warehouse-dashboards").kmsKeyId, "arn:kms:the-key");
    });

    it("has a name that Redshift takes, whatever the stack is called", () => {
        for (const environment of ["dev", "Feature_1.x", "e".repeat(40), "-".repeat(5), `${"x".repeat(43)}-y`]) {
            assert.match(warehouseName(environment), /^[a-z][a-z0-9-]{2,62}[a-z0-9]$/, environment);
        }
        assert.equal(warehouseName("Feature_1.x"), "compliance-platform-feature-1-x");
    });
});
