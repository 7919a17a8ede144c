import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Application } from "@pulumi/aws/emrserverless/application.js";
import {
    ComponentResource,
    type ComponentResourceOptions,
    interpolate,
    type Output,
    output,
    ResourceError,
} from "@pulumi/pulumi";
import type { Settings } from "../../stacks/settings.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { PrivateNetwork } from "../network/private-network.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import type { LockedBucket } from "../storage/locked-bucket.ts";
import type { WorkBucket } from "../storage/work-bucket.ts";
import type { SparkJob } from "../workflow/runnables.ts";
import { uploadJob } from "./job-files.ts";
import { jobRole } from "./job-role.ts";
import { capacityOf, sparkParameters } from "./spark.ts";
import { watchTrends } from "./trend-alarms.ts";

/** Spark 3.5, which the job is tested on. */
const RELEASE = "emr-7.9.0";
const LEAST_VCPUS = 8;

export interface TrendJobsArgs {
    /** Size of the application, and what a profile is made of. */
    trends: Settings["trends"];
    /** Where the transactions are. */
    records: LockedBucket;
    /** Where the profiles go, and the job lies. */
    profiles: WorkBucket;
    /** Network that the workers run in. */
    network: PrivateNetwork;
    /** AWS account and region of the application. */
    accountId: string;
    region: string;
    /** Customer-managed key that encrypts the job's files. */
    key: PlatformKey;
    /** The log of the jobs: the key that encrypts it and the days for which it is kept. */
    log: { key: PlatformKey; retentionDays: number };
    /** Who is told when a job fails. */
    alarmTopic: AlertTopic;
}

/** Spark over the whole history: what each account, and its like, usually does. */
export class TrendJobs extends ComponentResource {
    readonly applicationId: Output<string>;
    /** What a workflow starts: profiles out of the days before the one on which it runs. */
    readonly job: Output<SparkJob>;
    private readonly applicationArn: Output<string>;
    private readonly jobRoleArn: Output<string>;
    private readonly args: TrendJobsArgs;

    constructor(name: string, args: TrendJobsArgs, opts?: ComponentResourceOptions) {
        super("compliance:bigdata:TrendJobs", name, {}, opts);
        this.args = args;
        const { trends, records, profiles, network, accountId, key, log, alarmTopic } = args;
        const { maximumVcpus, idleMinutes } = trends;
        if (!(maximumVcpus >= LEAST_VCPUS)) {
            const fault = `maximumVcpus must be ${LEAST_VCPUS} or more, a driver and an executor, got ${maximumVcpus}`;
            throw new ResourceError(fault, this, true);
        }

        const child = { parent: this };
        const retention = { retention: `${log.retentionDays}-days` };
        const logGroup = new LogGroup(
            name,
            { kmsKeyId: log.key.arn, retentionInDays: log.retentionDays, tags: retention },
            child,
        );
        const application = new Application(
            name,
            {
                type: "spark",
                releaseLabel: RELEASE,
                architecture: "ARM64",
                maximumCapacity: capacityOf(maximumVcpus),
                autoStartConfiguration: { enabled: true },
                autoStopConfiguration: { enabled: true, idleTimeoutMinutes: idleMinutes },
                // A second run at the same time would only wait for the first one's workers.
                schedulerConfiguration: { maxConcurrentRuns: 1, queueTimeoutMinutes: 360 },
                networkConfiguration: { subnetIds: network.subnetIds, securityGroupIds: [network.securityGroupId] },
                monitoringConfiguration: {
                    cloudwatchLoggingConfiguration: {
                        enabled: true,
                        logGroupName: logGroup.name,
                        logStreamNamePrefix: "spark",
                    },
                    // AWS would keep a copy of its own, under a key of its own.
                    managedPersistenceMonitoringConfiguration: { enabled: false },
                },
            },
            { ...child, dependsOn: network.waysOut },
        );
        const { role } = jobRole(this, name, {
            application,
            logGroup,
            accountId,
            grants: [
                ...records.grantScan(),
                ...profiles.grantScan(),
                ...profiles.grantWrite(),
                ...profiles.grantDelete(),
            ],
        });

        const { entryPoint, modules } = uploadJob(this, name, profiles, key);
        this.applicationId = application.id;
        this.applicationArn = application.arn;
        this.jobRoleArn = role.arn;
        this.job = output({
            applicationId: application.id,
            jobRoleArn: role.arn,
            entryPoint,
            arguments: [
                interpolate`--records=s3://${records.bucket.bucket}/transactions`,
                interpolate`--profiles=s3://${profiles.bucket.bucket}`,
                `--days=${trends.windowDays}`,
                `--half-life=${trends.halfLifeDays}`,
                `--shards=${trends.shards}`,
            ],
            sparkSubmitParameters: modules.apply((address) => sparkParameters(address, maximumVcpus)),
            log: { group: logGroup.name, keyArn: log.key.arn },
        });
        watchTrends(this, name, application, { topic: alarmTopic, maximumVcpus });
        this.registerOutputs({ applicationId: this.applicationId });
    }

    /** For a role that starts runs of the job, watches them and calls them off. */
    grantStart(): Grant[] {
        const { accountId, region, network, log } = this.args;
        const ours = `arn:aws:ec2:${region}:${accountId}`;
        return [
            // A job names the key of its log, and EMR refuses it from whoever may not use that key himself.
            ...log.key.grantEncrypt(),
            { Effect: "Allow", Action: ["emr-serverless:StartJobRun"], Resource: this.applicationArn },
            {
                Effect: "Allow",
                Action: ["emr-serverless:CancelJobRun", "emr-serverless:GetJobRun"],
                // The star means the runs of this one application, which AWS names.
                Resource: interpolate`${this.applicationArn}/jobruns/*`,
            },
            {
                Effect: "Allow",
                Action: ["iam:PassRole"],
                Resource: this.jobRoleArn,
                Condition: { StringEquals: { "iam:PassedToService": "emr-serverless.amazonaws.com" } },
            },
            // EMR connects the workers in the name of who starts them; nobody else can connect anything by this.
            ...[
                `${ours}:network-interface/*`,
                `${ours}:subnet/*`,
                interpolate`${ours}:security-group/${network.securityGroupId}`,
            ].map(
                (Resource): Grant => ({
                    Effect: "Allow",
                    Action: ["ec2:CreateNetworkInterface"],
                    Resource,
                    Condition: { StringEquals: { "aws:CalledViaLast": "ops.emr-serverless.amazonaws.com" } },
                }),
            ),
        ];
    }
}
