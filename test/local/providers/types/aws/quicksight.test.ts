import type { Properties } from "../../../../../local/store/value.ts";
import { adds, refuses } from "../../support/type-tests.ts";

const CONNECTION = "aws:quicksight/vpcConnection:VpcConnection";
const SOURCE = "aws:quicksight/dataSource:DataSource";
const SCHEDULE = "aws:quicksight/refreshSchedule:RefreshSchedule";
const GROUP = "aws:quicksight/group:Group";
const MEMBERSHIP = "aws:quicksight/groupMembership:GroupMembership";
const SUBSCRIPTION = "aws:quicksight/accountSubscription:AccountSubscription";

const ACCOUNT = "111122223333";
const HERE = `arn:aws:quicksight:eu-west-1:${ACCOUNT}`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/quicksight`;

const connection = {
    vpcConnectionId: "link",
    name: "link",
    roleArn: ROLE,
    subnetIds: ["subnet-00000001", "subnet-00000002"],
    securityGroupIds: ["sg-00000001"],
};
const source = {
    dataSourceId: "warehouse",
    name: "warehouse",
    type: "REDSHIFT",
    parameters: { redshift: { host: "warehouse", port: 5439, database: "compliance" } },
    credentials: { secretArn: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:reader` },
    vpcConnectionProperties: { vpcConnectionArn: `${HERE}:vpcConnection/link` },
};
const every = (refreshType: string, scheduleFrequency: Properties) => ({
    schedule: { refreshType, scheduleFrequency },
});
const schedule = { dataSetId: "alerts", scheduleId: "hourly", ...every("FULL_REFRESH", { interval: "HOURLY" }) };
const subscription = {
    accountName: "bank-compliance",
    edition: "ENTERPRISE",
    authenticationMethod: "IAM_ONLY",
    notificationEmail: "team@bank.example",
};
const INTERVAL = "schedule.scheduleFrequency.interval";

describe("the table of quicksight", () => {
    adds([
        {
            type: CONNECTION,
            inputs: connection,
            id: `${ACCOUNT},link`,
            outputs: { arn: `${HERE}:vpcConnection/link`, availabilityStatus: "AVAILABLE" },
        },
        { type: SOURCE, inputs: source, id: `${ACCOUNT},warehouse`, outputs: { arn: `${HERE}:datasource/warehouse` } },
        {
            type: SCHEDULE,
            inputs: schedule,
            id: `${ACCOUNT},alerts,hourly`,
            outputs: { arn: `${HERE}:dataset/alerts/refresh-schedule/hourly` },
        },
        {
            type: GROUP,
            inputs: { groupName: "fraud-desk" },
            id: `${ACCOUNT}/default/fraud-desk`,
            outputs: { arn: `${HERE}:group/default/fraud-desk`, namespace: "default" },
        },
        {
            type: MEMBERSHIP,
            inputs: { groupName: "fraud-desk", memberName: "ana" },
            id: `${ACCOUNT}/default/fraud-desk/ana`,
            outputs: { namespace: "default" },
        },
        {
            type: SUBSCRIPTION,
            inputs: subscription,
            id: ACCOUNT,
            outputs: { accountSubscriptionStatus: "ACCOUNT_CREATED" },
        },
    ]);

    refuses([
        {
            type: CONNECTION,
            good: connection,
            bad: [
                [{ vpcConnectionId: "the link" }, "vpcConnectionId must be letters, digits, _ and -, at most 512"],
                [{ name: "n".repeat(129) }, "name must have at most 128 characters"],
                [{ roleArn: "quicksight" }, "roleArn must be the ARN of a role"],
                [
                    { subnetIds: ["subnet-00000001"] },
                    "subnetIds must have at least 2 items, in different availability zones",
                ],
                [{ subnetIds: Array(16).fill("subnet") }, "subnetIds must have at most 15 items"],
                [{ securityGroupIds: [] }, "securityGroupIds must have at least 1 items"],
                [{ securityGroupIds: null }, "securityGroupIds is required"],
            ],
        },
        {
            type: SOURCE,
            good: source,
            bad: [
                [{ dataSourceId: "a b" }, "dataSourceId must be letters"],
                [{ type: "EXCEL" }, "type must be one of"],
                [{ parameters: { redshift: { host: "h", port: 5439 } } }, "parameters.redshift.database is required"],
                [
                    { parameters: { redshift: { host: "h", database: "d" } } },
                    "parameters.redshift must name a clusterId",
                ],
                [
                    { parameters: { redshift: { host: "h", port: 99_999, database: "d" } } },
                    "parameters.redshift.port must be a whole number from 0 to 65535",
                ],
                [{ credentials: {} }, "credentials must have exactly one of"],
                [{ credentials: { secretArn: "reader" } }, "credentials.secretArn must be the ARN of a secret"],
                [
                    { vpcConnectionProperties: { vpcConnectionArn: "link" } },
                    "vpcConnectionProperties.vpcConnectionArn must be the ARN of a connection",
                ],
            ],
        },
        {
            type: SCHEDULE,
            good: schedule,
            bad: [
                [{ scheduleId: "each hour" }, "scheduleId must be letters, digits, _ and -, at most 128"],
                [every("PARTLY", { interval: "HOURLY" }), "schedule.refreshType must be one of"],
                [every("FULL_REFRESH", { interval: "MINUTE5" }), `${INTERVAL} must be one of`],
                [
                    every("FULL_REFRESH", { interval: "MINUTE15" }),
                    `${INTERVAL} must be HOURLY or longer for a full refresh, got MINUTE15`,
                ],
                [every("FULL_REFRESH", { interval: "DAILY" }), `${INTERVAL} needs timeOfTheDay`],
                [
                    every("FULL_REFRESH", { interval: "WEEKLY", timeOfTheDay: "04:30" }),
                    `${INTERVAL} needs refreshOnDay`,
                ],
                [
                    every("FULL_REFRESH", { interval: "DAILY", timeOfTheDay: "4:30" }),
                    "schedule.scheduleFrequency.timeOfTheDay must be a time as HH:MM",
                ],
            ],
        },
        {
            type: GROUP,
            good: { groupName: "fraud-desk" },
            bad: [
                [{ groupName: "" }, "groupName must be a printable name"],
                [{ description: "d".repeat(513) }, "description must have at most 512 characters"],
                [{ namespace: "a b" }, "namespace must be letters"],
            ],
        },
        {
            type: MEMBERSHIP,
            good: { groupName: "fraud-desk", memberName: "ana" },
            bad: [
                [{ memberName: null }, "memberName is required"],
                [{ memberName: "m".repeat(257) }, "memberName must be a printable name"],
            ],
        },
        {
            type: SUBSCRIPTION,
            good: subscription,
            bad: [
                [{ accountName: "d-bank" }, "accountName must be letters, digits and dashes"],
                [{ accountName: "b".repeat(63) }, "accountName must be letters, digits and dashes, at most 62"],
                [{ edition: "PREMIUM" }, "edition must be one of STANDARD, ENTERPRISE"],
                [{ authenticationMethod: "PASSWORD" }, "authenticationMethod must be one of"],
                [{ notificationEmail: "nobody" }, "notificationEmail must be an e-mail address"],
            ],
        },
    ]);
});
