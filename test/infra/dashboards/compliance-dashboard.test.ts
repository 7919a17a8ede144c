import assert from "node:assert/strict";
import { ComplianceDashboard, type ComplianceDashboardArgs } from "../../../infra/dashboards/compliance-dashboard.ts";
import { ACCOUNT, theKey, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, everything, namesOf, recordResources, statements } from "../../support/mocks.ts";

const DATA_SET = "aws:quicksight/dataSet:DataSet";
const SCHEDULE = "aws:quicksight/refreshSchedule:RefreshSchedule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:dashboards";

async function dashboard(changes: Partial<ComplianceDashboardArgs> = {}): Promise<ComplianceDashboard> {
    const made = new ComplianceDashboard("figures-for-officers", {
        environment: "test",
        accountId: ACCOUNT,
        region: "eu-west-1",
        vpcId: "vpc-1",
        subnetIds: ["subnet-1", "subnet-2"],
        warehouse: {
            address: "warehouse.internal",
            port: 5439,
            database: "compliance",
            secretArn: SECRET,
            securityGroupId: "sg-warehouse",
        },
        key: theKey(),
        identityRegion: "us-east-1",
        readers: [{ group: "officers" }, { group: "fraud-desk", channels: ["card"], members: ["desk/ana"] }],
        live: "direct-query",
        refresh: "HOURLY",
        alarmTopic: theTopic(),
        ...changes,
    });
    await allRegistered();
    return made;
}

describe("ComplianceDashboard", () => {
    beforeEach(recordResources);

    it("asks the warehouse inside the network, with TLS, as the user of the secret", async () => {
        await dashboard();
        const { tags: _, ...source } = created("aws:quicksight/dataSource:DataSource", "warehouse-link");
        assert.deepEqual(source, {
            dataSourceId: "compliance-test-warehouse",
            name: "compliance-test-warehouse",
            type: "REDSHIFT",
            parameters: { redshift: { host: "warehouse.internal", port: 5439, database: "compliance" } },
            vpcConnectionProperties: { vpcConnectionArn: "arn:quicksight:warehouse-link" },
            sslProperties: { disableSsl: false },
            credentials: { secretArn: SECRET },
        });
    });

    it("lets QuickSight's interfaces speak with the warehouse at its port, and with nobody else", async () => {
        await dashboard();
        const { subnetIds, securityGroupIds } = created("aws:quicksight/vpcConnection:VpcConnection", "warehouse-link");
        assert.deepEqual([subnetIds, securityGroupIds], [["subnet-1", "subnet-2"], ["warehouse-link-id"]]);
        const ports = { ipProtocol: "tcp", fromPort: 5439, toPort: 5439 };
        const [quickSight, warehouse] = ["warehouse-link-id", "sg-warehouse"];
        const rule = (type: string, name: string) => {
            const { tags: _, ...inputs } = created(type, name);
            return inputs;
        };
        assert.deepEqual(namesOf(EGRESS), ["warehouse-link-asks"]);
        assert.deepEqual(rule(EGRESS, "warehouse-link-asks"), {
            securityGroupId: quickSight,
            referencedSecurityGroupId: warehouse,
            ...ports,
        });
        assert.deepEqual(rule(INGRESS, "warehouse-link-asked"), {
            securityGroupId: warehouse,
            referencedSecurityGroupId: quickSight,
            ...ports,
        });
        assert.deepEqual(rule(INGRESS, "warehouse-link-answers"), {
            securityGroupId: quickSight,
            referencedSecurityGroupId: warehouse,
            ipProtocol: "tcp",
            fromPort: 0,
            toPort: 65_535,
        });
    });

    it("permits QuickSight to keep interfaces in these subnets with that group only", async () => {
        await dashboard();
        const ec2 = `arn:aws:ec2:eu-west-1:${ACCOUNT}`;
        const create = (Resource: string) => ({ Effect: "Allow", Action: ["ec2:CreateNetworkInterface"], Resource });
        assert.deepEqual(statements("aws:iam/rolePolicy:RolePolicy", "warehouse-link"), [
            create(`${ec2}:subnet/subnet-1`),
            create(`${ec2}:subnet/subnet-2`),
            create(`${ec2}:security-group/warehouse-link-id`),
            create(`${ec2}:network-interface/*`),
            {
                Effect: "Allow",
                Action: ["ec2:DeleteNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute"],
                Resource: `${ec2}:network-interface/*`,
                Condition: { ArnEquals: { "ec2:Vpc": `${ec2}:vpc/vpc-1` } },
            },
            {
                Effect: "Allow",
                Action: ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets"],
                Resource: "*",
            },
        ]);
    });

    it("lets QuickSight's role read this one secret", async () => {
        await dashboard();
        assert.deepEqual(statements("aws:iam/policy:Policy", "figures-for-officers-secret"), [
            { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: SECRET },
            { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:the-key" },
        ]);
        assert.deepEqual(created("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "figures-for-officers-secret"), {
            role: "aws-quicksight-secretsmanager-role-v0",
            policyArn: "arn:iam:figures-for-officers-secret",
        });
    });

    it("asks the last 24 hours live and copies the rest each hour, whole", async () => {
        const { copied } = await dashboard();
        const mode = (name: string) => created(DATA_SET, name).importMode;
        assert.deepEqual(
            namesOf(DATA_SET).map((name) => [name, mode(name)]),
            [
                ["alerts", "SPICE"],
                ["figures-rules", "DIRECT_QUERY"],
                ["live", "DIRECT_QUERY"],
                ["quarantine", "SPICE"],
                ["reports", "SPICE"],
                ["risk", "SPICE"],
                ["scores", "SPICE"],
            ],
        );
        assert.deepEqual(Object.keys(copied), ["alerts", "risk", "quarantine", "scores", "reports"]);
        assert.deepEqual(namesOf(SCHEDULE), Object.keys(copied).sort());
        assert.deepEqual(created(SCHEDULE, "risk"), {
            dataSetId: "compliance-test-risk",
            scheduleId: "hourly",
            schedule: { refreshType: "FULL_REFRESH", scheduleFrequency: { interval: "HOURLY" } },
        });
    });

    it("copies everything once a day when told so", async () => {
        const { copied } = await dashboard({ live: "copied", refresh: "DAILY" });
        assert.equal(copied.live, "compliance-test-live");
        assert.equal(created(DATA_SET, "live").importMode, "SPICE");
        assert.deepEqual(created(SCHEDULE, "live").schedule, {
            refreshType: "FULL_REFRESH",
            scheduleFrequency: { interval: "DAILY", timeOfTheDay: "04:30", timezone: "UTC" },
        });
    });

    it("shows each row only to whom a rule names, and gives no data set to anybody", async () => {
        await dashboard();
        for (const name of namesOf(DATA_SET).filter((one) => one !== "figures-rules")) {
            const { rowLevelPermissionDataSet, permissions } = created(DATA_SET, name);
            assert.deepEqual(rowLevelPermissionDataSet, {
                arn: "arn:quicksight:figures-rules",
                namespace: "default",
                formatVersion: "VERSION_1",
                permissionPolicy: "GRANT_ACCESS",
                status: "ENABLED",
            });
            assert.equal(permissions, undefined, name);
        }
        assert.equal(created(DATA_SET, "figures-rules").useAs, "RLS_RULES");
    });

    it("puts the readers into groups where QuickSight keeps people", async () => {
        await dashboard();
        assert.deepEqual(created("aws:quicksight/group:Group", "fraud-desk"), {
            groupName: "compliance-test-fraud-desk",
            description: "Sees the compliance dashboard: card; all countries",
            region: "us-east-1",
        });
        assert.deepEqual(created("aws:quicksight/groupMembership:GroupMembership", "fraud-desk-1"), {
            groupName: "compliance-test-fraud-desk",
            memberName: "desk/ana",
            region: "us-east-1",
        });
    });

    it("raises an alarm for each copy, for tiles that fail, and for room that runs out", async () => {
        await dashboard();
        const alarms = namesOf("aws:cloudwatch/metricAlarm:MetricAlarm").filter((name) => !name.startsWith("the-"));
        assert.deepEqual(alarms, [
            "alerts-not-refreshed",
            "dashboard-broken",
            "quarantine-not-refreshed",
            "reports-not-refreshed",
            "risk-not-refreshed",
            "scores-not-refreshed",
            "spice-nearly-full",
        ]);
        const { dimensions } = created("aws:cloudwatch/metricAlarm:MetricAlarm", "risk-not-refreshed");
        // Not DataSetId: the metrics have a spelling of their own.
        assert.deepEqual(dimensions, { DatasetId: "compliance-test-risk" });
    });

    it("makes ids that QuickSight and CloudFormation take of any name of an environment", async () => {
        const environment = "a_very.long-name-of-an-environment-40-xx";
        const { dashboardId } = await dashboard({ environment });
        assert.equal(dashboardId, "compliance-a-very-long-name-of-an-environment-40-xx");
        const { name, templateBody } = created("aws:cloudformation/stack:Stack", "figures-for-officers");
        assert.match(String(name), /^[A-Za-z][A-Za-z0-9-]{0,127}$/);
        assert.ok(Buffer.byteLength(String(templateBody)) <= 51_200);
        const ids = everything().flatMap(({ inputs }) => inputs.dataSetId ?? inputs.dataSourceId ?? []);
        for (const id of ids) assert.match(String(id), /^[\w-]{1,512}$/);
    });
});
