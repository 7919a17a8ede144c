import type { Properties, Value } from "../../../local/store/value.ts";

type Change = (inputs: Properties) => void;

export interface PutBack {
    readonly fault: string;
    readonly in: readonly [type: string, name: string];
    readonly change: Change;
    readonly found: RegExp;
}

/** In the text of a policy. */
const inPolicy =
    (change: (statements: Properties[]) => void): Change =>
    (inputs) => {
        const policy = JSON.parse(String(inputs.policy));
        change(policy.Statement);
        inputs.policy = JSON.stringify(policy);
    };

const allowing = (action: string, resource: Value): Change =>
    inPolicy((statements) => statements.push({ Effect: "Allow", Action: [action], Resource: resource }));

const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** What this program once had, and each cloud would have refused, or taken and never let work. */
export const REFUSED: readonly PutBack[] = [
    {
        fault: "a condition key that training does not send",
        in: [ROLE_POLICY, "work"],
        change: (inputs) => {
            inputs.policy = String(inputs.policy).replaceAll("sagemaker:VolumeKmsKeyArn", "sagemaker:VolumeKmsKey");
        },
        found: /^policy\.Statement\[\d+\]\.Condition.*VolumeKmsKey is not sent with/,
    },
    ...[
        ["quicksight:ListIngestions", "arn:aws:quicksight:eu-west-1:222222222222:dataset/d"],
        ["quicksight:CreateDataSource", "arn:aws:quicksight:eu-west-1:222222222222:datasource/d"],
        ["emr-serverless:CreateApplication", "arn:aws:emr-serverless:eu-west-1:222222222222:/applications/a"],
        ["logs:DescribeLogGroups", "arn:aws:s3:::records"],
        ["sagemaker:ListModelPackages", "arn:aws:sagemaker:eu-west-1:222222222222:model-package-group/fraud"],
    ].map(
        ([action = "", resource = ""]): PutBack => ({
            fault: `${action} on a resource that it does not take`,
            in: [ROLE_POLICY, "judge"],
            change: allowing(action, resource),
            found: new RegExp(`${action} works on`),
        }),
    ),
    {
        fault: "identities of the factory as a list",
        in: ["azure-native:datafactory:Factory", "exchange"],
        change: (inputs) => {
            inputs.identity = { type: "UserAssigned", userAssignedIdentities: ["/subscriptions/s/x"] };
        },
        found: /^identity\.userAssignedIdentities must be a map/,
    },
    {
        fault: "the identity of its own of a Web activity, as that of the factory",
        in: ["azure-native:datafactory:Pipeline", "exchange-sanctions-list"],
        change: (inputs) => {
            const authentication = { type: "MSI", resource: "api://x", credential: { referenceName: "exchange" } };
            inputs.activities = [
                { type: "WebActivity", name: "complete", method: "POST", url: "https://x", authentication },
            ];
        },
        found: /^activities\[0\]\.authentication of type MSI takes no credential/,
    },
    {
        fault: "a role of AWS Data Pipeline by its ARN, which says a path",
        in: ["aws:datapipeline/pipelineDefinition:PipelineDefinition", "intake"],
        change: (inputs) => {
            const role = "arn:aws:iam::222222222222:role/compliance-platform/prod/data-pipeline-intake";
            const text = JSON.stringify(inputs.pipelineObjects).replaceAll(/data-pipeline-intake-[0-9a-f]+/g, role);
            inputs.pipelineObjects = JSON.parse(text);
        },
        found: /^pipelineObjects Default: role must be the name of a role, without a path/,
    },
    {
        fault: "glue:DeleteDatabase without the functions that go with a database",
        in: [ROLE_POLICY, "judge"],
        change: allowing("glue:DeleteDatabase", [
            "arn:aws:glue:eu-west-1:222222222222:catalog",
            "arn:aws:glue:eu-west-1:222222222222:database/d",
            "arn:aws:glue:eu-west-1:222222222222:table/d/*",
        ]),
        found: /^policy\.Statement\[\d+\].*userdefinedfunction/i,
    },
    {
        fault: "an alarm on half-hourly averages that looks at minutes",
        in: [ALARM, "warehouse-busy"],
        change: (inputs) => {
            inputs.period = 60;
        },
        found: /^period must be a multiple of 1800 seconds/,
    },
    {
        fault: "an alarm on a dimension that its metric does not have",
        in: [ALARM, "warehouse-busy"],
        change: (inputs) => {
            inputs.dimensions = { WorkgroupName: "warehouse" };
        },
        found: /^dimensions must be Workgroup/,
    },
    {
        fault: "a budget that begins in the middle of a month",
        in: ["azure-native:consumption:Budget", "exchange"],
        change: (inputs) => {
            inputs.timePeriod = { startDate: "2026-12-02" };
        },
        found: /^timePeriod\.startDate must be the first day of a month/,
    },
];
