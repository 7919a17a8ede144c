import { list, type Program, text } from "../../program/program.ts";
import { type Need, needs } from "../need.ts";

const SAGEMAKER = "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html";
const MODELS = `${SAGEMAKER}#sagemaker-roles-createmodel-perms`;
const DEPLOYMENTS = "https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails.html";

const CONNECTING = [
    "ec2:CreateNetworkInterface",
    "ec2:CreateNetworkInterfacePermission",
    "ec2:DeleteNetworkInterface",
    "ec2:DeleteNetworkInterfacePermission",
];
const LOOKING = ["DhcpOptions", "NetworkInterfaces", "SecurityGroups", "Subnets", "Vpcs"].map(
    (what) => `ec2:Describe${what}`,
);
export const STREAMS = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"];
const FETCHING = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

/** What SageMaker does in the name of the roles of its machines: those of the endpoint, and those that train. */
export function bySageMaker(program: Program): Need[] {
    const { names, role, find, ofType } = program;
    const endpoints = ofType("aws:sagemaker/endpoint:Endpoint");
    const served = ofType("aws:sagemaker/model:Model").flatMap(({ props, outputs }) => {
        const holder = role(props.executionRoleArn);
        const configurations = ofType("aws:sagemaker/endpointConfiguration:EndpointConfiguration").filter((one) =>
            list(one.props, "productionVariants").some((variant) => text(variant, "modelName") === outputs?.name),
        );
        const artefact = text(props, "primaryContainer", "modelDataUrl").replace("s3://", "arn:aws:s3:::");
        const because = (why: string, source = MODELS) => ({ why, source });
        return [
            ...byMachine(program, holder, text(props, "primaryContainer", "image"), MODELS),
            ...connected(program, holder, list(props, "vpcConfig", "securityGroupIds"), MODELS),
            ...needs(holder, ["s3:GetObject"], names.plain(artefact), because("SageMaker fetches the model")),
            ...endpoints.flatMap((endpoint) => [
                ...needs(
                    holder,
                    STREAMS,
                    logOf(program, text(endpoint.outputs, "name")),
                    because("the endpoint writes its log"),
                ),
                ...list(endpoint.props, "deploymentConfig", "autoRollbackConfiguration", "alarms").flatMap((alarm) => {
                    const arn = find("aws:cloudwatch/metricAlarm:MetricAlarm", text(alarm, "alarmName"))?.outputs;
                    const why = because("SageMaker watches the alarms that end a deployment", DEPLOYMENTS);
                    return needs(holder, ["cloudwatch:DescribeAlarms"], names.plain(text(arn, "arn")), why);
                }),
            ]),
            ...configurations.flatMap((one) => [
                ...needs(
                    one.props.kmsKeyArn ? holder : undefined,
                    ["kms:CreateGrant"],
                    names.plain(text(one.props, "kmsKeyArn")),
                    {
                        ...because("SageMaker keeps the disks of the machines under the key"),
                    },
                ),
                ...captured(program, holder, text(one.props, "dataCaptureConfig", "destinationS3Uri")),
            ]),
        ];
    });
    return [...served, ...promoted(program)];
}

/** Models that are put behind the endpoint later, out of the registry, which are where trainings leave them. */
function promoted({ ofType, role }: Program): Need[] {
    const isPromoting = ofType("aws:lambda/function:Function").some(
        ({ props }) => text(props, "environment", "variables", "MODEL_FROM") === "registry",
    );
    const [model] = ofType("aws:sagemaker/model:Model");
    const why = "SageMaker fetches an approved version, which lies where its training left it";
    return isPromoting
        ? needs(role(model?.props.executionRoleArn), ["s3:GetObject"], "{Bucket model}/trained/*", {
              why,
              source: MODELS,
          })
        : [];
}

function captured({ find, names }: Program, holder: string | undefined, address: string): Need[] {
    const [, bucket = "", prefix = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(address) ?? [];
    const arn = names.plain(text(find("aws:s3/bucket:Bucket", bucket)?.outputs, "arn"));
    const source = "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture-endpoint.html";
    return bucket === ""
        ? []
        : needs(holder, ["s3:PutObject"], `${arn}/${prefix}/*`, { why: "the endpoint records its traffic", source });
}

/** What every machine of SageMaker needs that runs its own image. */
export function byMachine({ names }: Program, holder: string | undefined, image: string, source: string): Need[] {
    const [, account = "", region = "", repository = ""] =
        /^(\d+)\.dkr\.ecr\.([\w-]+)\.[^/]+\/([\w-]+):/.exec(image) ?? [];
    const arn = names.plain(`arn:aws:ecr:${region}:${account}:repository/${repository}`);
    return [
        ...needs(holder, FETCHING, arn, { why: "SageMaker fetches the image", source }),
        ...needs(holder, ["ecr:GetAuthorizationToken"], "*", { why: "SageMaker logs in to the registry", source }),
        ...needs(holder, ["cloudwatch:PutMetricData"], "*", { why: "the machine reports how busy it is", source }),
    ];
}

export function connected(
    { names, find }: Program,
    holder: string | undefined,
    groups: unknown[],
    source: string,
): Need[] {
    if (groups.length === 0) return [];
    const because = { why: "SageMaker connects the machines to the network", source };
    const ec2 = "arn:aws:ec2:{region}:{account}";
    return [
        ...needs(holder, CONNECTING, `${ec2}:network-interface/*`, because),
        ...needs(holder, LOOKING, "*", because),
        ...[
            `${ec2}:subnet/*`,
            ...groups.map((id) => names.plain(text(find("aws:ec2/securityGroup:SecurityGroup", id)?.outputs, "arn"))),
        ].flatMap((resource) => needs(holder, ["ec2:CreateNetworkInterface"], resource, because)),
    ];
}

function logOf({ ofType, names }: Program, endpoint: string): string {
    const log = ofType("aws:cloudwatch/logGroup:LogGroup").find(({ outputs }) =>
        text(outputs, "name").endsWith(`/Endpoints/${endpoint}`),
    );
    return `${names.plain(text(log?.outputs, "arn"))}:*`;
}
