import type { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint.js";
import type { Input, Resource } from "@pulumi/pulumi";

/** What functions may do through an endpoint without an address of its own, which AWS has for these two only. */
export const BY_GATEWAY = {
    s3: [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:ListBucket",
        "s3:PutObject",
    ],
    dynamodb: [
        "dynamodb:BatchGetItem",
        "dynamodb:BatchWriteItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "dynamodb:UpdateItem",
    ],
} satisfies Record<string, string[]>;

/**
 * What they may do through an endpoint with an address in each subnet. Lambda itself takes their messages, writes their
 * logs and sends their traces, and each store decrypts for itself: none of that passes through the network.
 */
export const BY_INTERFACE: Record<string, string[]> = {
    // It reads the catalog and the data by itself, in the name of who asks.
    athena: [
        "athena:GetNamedQuery",
        "athena:GetQueryExecution",
        "athena:GetQueryResults",
        "athena:StartQueryExecution",
        "athena:StopQueryExecution",
    ],
    kms: ["kms:GenerateMac"],
    // Spark's workers write their log from inside.
    logs: ["logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:PutLogEvents"],
    "redshift-data": [
        "redshift-data:BatchExecuteStatement",
        "redshift-data:DescribeStatement",
        "redshift-data:GetStatementResult",
    ],
    "sagemaker.api": [
        "sagemaker:AddTags",
        "sagemaker:CreateEndpointConfig",
        "sagemaker:CreateModel",
        "sagemaker:CreateModelPackage",
        "sagemaker:DescribeEndpoint",
        "sagemaker:DescribeEndpointConfig",
        "sagemaker:DescribeModel",
        "sagemaker:DescribeModelPackage",
        "sagemaker:DescribeTrainingJob",
        "sagemaker:ListModelPackages",
        "sagemaker:ListTrainingJobs",
        "sagemaker:UpdateEndpoint",
    ],
    "sagemaker.runtime": ["sagemaker:InvokeEndpoint"],
    secretsmanager: [
        "secretsmanager:DescribeSecret",
        "secretsmanager:PutSecretValue",
        "secretsmanager:UpdateSecretVersionStage",
    ],
    sns: ["sns:Publish"],
    sqs: ["sqs:SendMessage"],
    sts: ["sts:AssumeRoleWithWebIdentity"],
};

/** What carries a token in place of a signature, so that AWS knows no account of the caller: the role asks for more. */
export const UNSIGNED = ["sts:AssumeRoleWithWebIdentity"];

export interface EndpointsArgs {
    accountId: string;
    region: string;
    vpcId: Input<string>;
    /** Where the gateways are entered as routes. */
    routeTableIds: Input<string[]>;
    /** Where the interfaces get their addresses. */
    subnetIds: Input<string[]>;
    /** Who may speak with the interfaces. */
    securityGroup: SecurityGroup;
}

/** The only ways out of the network: to the services that the functions call, and there only to this account's things. */
export function endpoints(parent: Resource, name: string, args: EndpointsArgs) {
    const { accountId, region, vpcId, routeTableIds, subnetIds, securityGroup } = args;
    const common = (service: string, actions: string[]) => ({
        vpcId,
        serviceName: `com.amazonaws.${region}.${service}`,
        policy: endpointPolicy(accountId, actions),
    });
    const gateway = (service: keyof typeof BY_GATEWAY) =>
        new VpcEndpoint(
            `${name}-${service}`,
            { ...common(service, BY_GATEWAY[service]), vpcEndpointType: "Gateway", routeTableIds },
            { parent },
        );
    const [s3, dynamodb] = [gateway("s3"), gateway("dynamodb")];
    const interfaces = Object.entries(BY_INTERFACE).map(
        ([service, actions]) =>
            new VpcEndpoint(
                `${name}-${service.replace(".", "-")}`,
                {
                    ...common(service, actions),
                    vpcEndpointType: "Interface",
                    // The usual name of the service leads to the endpoint, so no function has to know it.
                    privateDnsEnabled: true,
                    subnetIds,
                    securityGroupIds: [securityGroup.id],
                },
                { parent },
            ),
    );
    return { s3, gateways: [s3, dynamodb], interfaces };
}

/**
 * Callers of this account only, and only on what this account owns: nobody who gets inside can carry data to an account
 * of his own. The resource "*" is narrowed by that; names would form a circle with the functions that need the network.
 */
function endpointPolicy(accountId: string, actions: string[]): string {
    const owned = { "aws:ResourceAccount": accountId };
    const allow = (Sid: string, Action: string[], StringEquals: Record<string, string>) => ({
        Sid,
        Effect: "Allow",
        Principal: "*",
        Action,
        Resource: "*",
        Condition: { StringEquals },
    });
    const [unsigned, signed] = [true, false].map((is) => actions.filter((one) => UNSIGNED.includes(one) === is));
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            ...(signed?.length
                ? [allow("WithinThisAccount", signed, { "aws:PrincipalAccount": accountId, ...owned })]
                : []),
            ...(unsigned?.length ? [allow("ByToken", unsigned, owned)] : []),
        ],
    });
}
