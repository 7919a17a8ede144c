import { adds, refuses, UUID } from "../../support/type-tests.ts";

const NAMESPACE = "aws:redshiftserverless/namespace:Namespace";
const WORKGROUP = "aws:redshiftserverless/workgroup:Workgroup";
const LIMIT = "aws:redshiftserverless/usageLimit:UsageLimit";
const ROLE = "arn:aws:iam::111122223333:role/copy";

const set = (parameterKey: string, parameterValue: string) => ({
    configParameters: [{ parameterKey, parameterValue }],
});

describe("the table of redshiftserverless", () => {
    adds([
        {
            type: NAMESPACE,
            inputs: { namespaceName: "compliance", dbName: "compliance" },
            id: "compliance",
            outputs: { dbName: "compliance", kmsKeyId: "AWS_OWNED_KMS_KEY", adminPasswordSecretArn: "" },
        },
        {
            type: WORKGROUP,
            inputs: { workgroupName: "compliance", namespaceName: "compliance" },
            id: "compliance",
            outputs: {
                baseCapacity: 128,
                publiclyAccessible: false,
                endpoints: [
                    {
                        address: "compliance.111122223333.eu-west-1.redshift-serverless.amazonaws.com",
                        port: 5439,
                        vpcEndpoints: [],
                    },
                ],
            },
        },
        {
            type: LIMIT,
            inputs: { resourceArn: "arn:aws:redshift-serverless:eu-west-1:111122223333:workgroup/1", amount: 8 },
            id: UUID,
            outputs: { breachAction: "log", period: "monthly" },
        },
    ]);

    refuses([
        {
            type: NAMESPACE,
            good: {
                namespaceName: "compliance",
                dbName: "compliance",
                logExports: ["userlog"],
                iamRoles: [ROLE],
                defaultIamRoleArn: ROLE,
                manageAdminPassword: true,
            },
            bad: [
                [{ namespaceName: null }, "namespaceName is required"],
                [{ namespaceName: "n".repeat(65) }, "namespaceName must have 3 to 64 characters"],
                [{ namespaceName: "ns" }, "namespaceName must have 3 to 64 characters"],
                [{ namespaceName: "Compliance" }, "namespaceName must be small letters, digits and -"],
                [{ dbName: "1st" }, "dbName must be 1 to 64 small letters, digits, _ or $"],
                [{ dbName: "user" }, "dbName must not be the reserved word user"],
                [{ logExports: ["errorlog"] }, "logExports[0] must be one of userlog, connectionlog, useractivitylog"],
                [{ iamRoles: ["copy"] }, "iamRoles[0] must be the ARN of a role"],
                [{ iamRoles: [] }, "defaultIamRoleArn must be one of iamRoles"],
                [{ adminUserPassword: "x" }, "manageAdminPassword conflicts with a password that is given"],
            ],
        },
        {
            type: WORKGROUP,
            good: {
                workgroupName: "compliance",
                namespaceName: "compliance",
                baseCapacity: 8,
                maxCapacity: 1024,
                port: 5439,
                subnetIds: ["subnet-00000001", "subnet-00000002", "subnet-00000003"],
                enhancedVpcRouting: true,
                ...set("max_query_execution_time", "86399"),
            },
            bad: [
                [{ workgroupName: null }, "workgroupName is required"],
                [{ workgroupName: "w".repeat(65) }, "workgroupName must have 3 to 64 characters"],
                [{ workgroupName: "my_group" }, "workgroupName must be small letters, digits and -"],
                [{ namespaceName: null }, "namespaceName is required"],
                [{ baseCapacity: 12 }, "baseCapacity must be 4, 8 to 512 by eights or up to 1024 by 32 RPUs, got 12"],
                [{ maxCapacity: 520 }, "maxCapacity must be 4, 8 to 512 by eights or up to 1024 by 32 RPUs, got 520"],
                [{ maxCapacity: 4 }, "maxCapacity must be at least baseCapacity, 8, got 4"],
                [{ port: 5432, baseCapacity: 8, trackName: "next" }, "trackName must be one of current, trailing"],
                [{ port: 80 }, "port must be from 5431 to 5455 or from 8191 to 8215, got 80"],
                [
                    { subnetIds: ["subnet-00000001", "subnet-00000002"] },
                    "subnetIds must be at least 3 subnets in as many availability zones, has 2",
                ],
                [
                    { subnetIds: ["subnet-00000001"], enhancedVpcRouting: false },
                    "subnetIds must be at least 2 subnets in as many availability zones, has 1",
                ],
                [
                    set("max_query_execution_time", "86400"),
                    'configParameters[0] cannot set max_query_execution_time to "86400"',
                ],
                [set("require_ssl", "yes"), 'configParameters[0] cannot set require_ssl to "yes"'],
                [set("wlm", "1"), "configParameters[0] must be a parameter of Redshift Serverless, got wlm"],
            ],
        },
        {
            type: LIMIT,
            good: {
                resourceArn: "arn:aws:redshift-serverless:eu-west-1:111122223333:workgroup/1",
                amount: 8,
                usageType: "serverless-compute",
            },
            bad: [
                [{ amount: 0 }, "amount must be a whole number from 1 to 1000000000"],
                [{ resourceArn: "compliance" }, "resourceArn must be the ARN of a workgroup"],
                [{ usageType: "compute" }, "usageType must be one of serverless-compute, cross-region-datasharing"],
                [{ period: "hourly" }, "period must be one of daily, weekly, monthly"],
                [{ breachAction: "stop" }, "breachAction must be one of log, emit-metric, deactivate"],
            ],
        },
    ]);
});
