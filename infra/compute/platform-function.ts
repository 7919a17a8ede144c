import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { Function as LambdaFunction } from "@pulumi/aws/lambda/function.js";
import { FunctionRecursionConfig } from "@pulumi/aws/lambda/functionRecursionConfig.js";
import {
    asset,
    ComponentResource,
    type ComponentResourceOptions,
    type Input,
    interpolate,
    type Output,
    output,
    ResourceError,
} from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { PrivateNetwork } from "../network/private-network.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import type { Bundle } from "./bundle-content.ts";
import { consume, type MessageConsumption } from "./consume.ts";
import { watchFunction } from "./function-alarms.ts";
import { rolePolicy } from "./role-policy.ts";

export interface PlatformFunctionArgs {
    /** What it does, in a reader's words; at most 256 characters. */
    description: string;
    /** Its code. */
    bundle: Promise<Bundle>;
    /** Longest run, in seconds; 1 to 900. */
    timeoutSeconds: number;
    /** Memory, in megabytes; AWS gives processor time in proportion. */
    memoryMegabytes: number;
    /** Names, addresses and thresholds that it reads at its start; no secrets. */
    environment: Record<string, Input<string>>;
    /** What it may do, besides consuming its sources and writing its log. */
    grants: Grant[];
    /** The queues it works on; none for a function that something else runs. */
    sources: MessageConsumption[];
    /**
     * Hours after which it ends by itself what it sends to its own queues again and again; it reads them as LOOP_HOURS.
     * Left out, Lambda takes a message for runaway after about 16 rounds and makes a dead letter of it.
     */
    loopHours?: number | undefined;
    /** A function whose code is changed before this one's, because it reads what this one sends. */
    after?: PlatformFunction | undefined;
    /** Network that it runs in. Left out, it runs outside, where it must touch no transaction. */
    network?: PrivateNetwork | undefined;
    /** Customer-managed key that encrypts its environment. */
    key: PlatformKey;
    /** Its log: the key that encrypts it and the days for which it is kept. */
    log: { key: PlatformKey; retentionDays: number };
    /** Who is told when it fails. */
    alarmTopic: AlertTopic;
}

/** The one place that makes a Lambda function: code, role, log, alarms, tracing and queues. */
export class PlatformFunction extends ComponentResource {
    /** The name under which CloudWatch reports on it. */
    readonly functionName: Output<string>;
    readonly arn: Output<string>;
    /** Its role, as whom it acts also towards other clouds. */
    readonly roleArn: Output<string>;
    /** The same by its name, under which Redshift knows it. */
    readonly roleName: Output<string>;
    private readonly role: Role;
    private readonly handler: LambdaFunction;

    constructor(name: string, args: PlatformFunctionArgs, opts?: ComponentResourceOptions) {
        super("compliance:compute:PlatformFunction", name, {}, opts);
        const { description, bundle, timeoutSeconds, memoryMegabytes, environment } = args;
        const { grants, sources, loopHours, after, network, key, log, alarmTopic } = args;
        if (!(timeoutSeconds >= 1 && timeoutSeconds <= 900)) {
            throw new ResourceError(`timeoutSeconds must be 1 to 900, got ${timeoutSeconds}`, this, true);
        }

        if (loopHours !== undefined && !(loopHours >= 1 && loopHours <= 336)) {
            throw new ResourceError(`loopHours must be 1 to 336, got ${loopHours}`, this, true);
        }

        const child = { parent: this };
        const logGroup = new LogGroup(
            name,
            {
                kmsKeyId: log.key.arn,
                retentionInDays: log.retentionDays,
                tags: { retention: `${log.retentionDays}-days` },
            },
            child,
        );
        this.role = new Role(name, { description: `What ${name} may do`, assumeRolePolicy: LAMBDA_ONLY }, child);
        const consuming = sources.flatMap(({ from }) => from.grantConsume());
        const needed = [...grants, ...consuming, ...ownGrants(logGroup, key), ...(network?.grantConnect() ?? [])];
        const policy = new RolePolicy(name, { role: this.role.name, policy: rolePolicy(needed) }, child);
        const handler = new LambdaFunction(
            name,
            {
                description,
                code: output(bundle).apply(({ path }) => new asset.FileArchive(path)),
                handler: "index.handler",
                runtime: "nodejs22.x",
                architectures: ["arm64"],
                role: this.role.arn,
                timeout: timeoutSeconds,
                memorySize: memoryMegabytes,
                environment: {
                    variables: {
                        POWERTOOLS_SERVICE_NAME: name,
                        POWERTOOLS_METRICS_NAMESPACE: "CompliancePlatform",
                        LOG_LEVEL: "INFO",
                        NODE_OPTIONS: "--enable-source-maps",
                        ...(loopHours !== undefined && { LOOP_HOURS: String(loopHours) }),
                        ...environment,
                    },
                },
                kmsKeyArn: key.arn,
                loggingConfig: { logFormat: "JSON", logGroup: logGroup.name },
                tracingConfig: { mode: "Active" },
                ...(network && {
                    vpcConfig: { subnetIds: network.subnetIds, securityGroupIds: [network.securityGroupId] },
                }),
            },
            // AWS checks the permissions when it creates the function and its queue mappings.
            { ...child, dependsOn: [policy, ...(network?.waysOut ?? []), ...(after ? [after.handler] : [])] },
        );
        if (loopHours !== undefined) {
            new FunctionRecursionConfig(name, { functionName: handler.name, recursiveLoop: "Allow" }, child);
        }
        this.handler = handler;
        this.functionName = handler.name;
        this.arn = handler.arn;
        this.roleArn = this.role.arn;
        this.roleName = this.role.name;
        for (const source of sources) consume(this, name, handler, source, policy);
        watchFunction(this, name, handler, { topic: alarmTopic, timeoutSeconds });
        this.registerOutputs({});
    }

    /** For a role that runs it and waits for its answer. */
    grantInvoke(): Grant[] {
        return [{ Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: this.arn }];
    }

    /** Lets it do more, for the sake of something that is made after it and names the policy. */
    allow(name: string, grants: Grant[]): RolePolicy {
        return new RolePolicy(name, { role: this.role.name, policy: rolePolicy(grants) }, { parent: this });
    }
}

const LAMBDA_ONLY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

function ownGrants(logGroup: LogGroup, key: PlatformKey): Grant[] {
    return [
        // The colon and star mean the streams of this one log group, which AWS names.
        {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: interpolate`${logGroup.arn}:*`,
        },
        // X-Ray has no resources to name.
        { Effect: "Allow", Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource: "*" },
        ...key.grantDecrypt(),
    ];
}
