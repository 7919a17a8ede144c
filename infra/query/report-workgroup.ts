import { NamedQuery } from "@pulumi/aws/athena/namedQuery.js";
import { Workgroup } from "@pulumi/aws/athena/workgroup.js";
import {
    ComponentResource,
    type ComponentResourceOptions,
    interpolate,
    type Output,
    ResourceError,
} from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import type { WorkBucket } from "../storage/work-bucket.ts";
import { readQueries } from "./read-queries.ts";
import type { RecordsCatalog } from "./records-catalog.ts";

const GIGABYTE = 1024 ** 3;

export interface ReportWorkgroupArgs {
    /** Customer-managed key that encrypts every result. */
    key: PlatformKey;
    /** Bucket that gets the results. */
    results: WorkBucket;
    /** The tables that the saved queries are about. */
    catalog: RecordsCatalog;
    /** AWS account that owns the bucket of results, 12 digits. */
    accountId: string;
    /** Gigabytes that one query may read before Athena stops it; 1 or more. */
    scanGigabytes: number;
    /** Whether `pulumi destroy` may delete the workgroup with its history of queries. Default: false. */
    deletable?: boolean;
}

/** Where regulatory queries run, under rules that nobody who runs one can change, and the queries themselves. */
export class ReportWorkgroup extends ComponentResource {
    readonly workgroup: Workgroup;
    /** Ids of the saved queries, by name. */
    readonly queryIds: Record<string, Output<string>> = {};
    private readonly results: WorkBucket;
    private readonly catalog: RecordsCatalog;

    constructor(name: string, args: ReportWorkgroupArgs, opts?: ComponentResourceOptions) {
        super("compliance:query:ReportWorkgroup", name, {}, opts);
        const { key, results, catalog, accountId, scanGigabytes, deletable = false } = args;
        if (!Number.isInteger(scanGigabytes) || scanGigabytes < 1) {
            const fault = `scanGigabytes must be a whole number of gigabytes, 1 or more, got ${scanGigabytes}`;
            throw new ResourceError(fault, this, true);
        }

        this.results = results;
        this.catalog = catalog;
        this.workgroup = new Workgroup(
            name,
            {
                description: "Regulatory reports and questions about single transactions",
                state: "ENABLED",
                forceDestroy: deletable,
                configuration: {
                    enforceWorkgroupConfiguration: true,
                    publishCloudwatchMetricsEnabled: true,
                    requesterPaysEnabled: false,
                    bytesScannedCutoffPerQuery: scanGigabytes * GIGABYTE,
                    engineVersion: { selectedEngineVersion: "Athena engine version 3" },
                    resultConfiguration: {
                        outputLocation: interpolate`s3://${results.bucket.bucket}/results/`,
                        expectedBucketOwner: accountId,
                        encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: key.arn },
                    },
                },
            },
            { parent: this },
        );
        for (const { name: query, purpose, sql } of readQueries()) {
            const saved = new NamedQuery(
                query,
                {
                    name: query,
                    description: purpose,
                    database: catalog.database.name,
                    workgroup: this.workgroup.name,
                    query: sql,
                },
                { parent: this },
            );
            this.queryIds[query] = saved.id;
        }
        this.registerOutputs({ workgroup: this.workgroup.name });
    }

    /** For a role that queries the tables, which Athena reads on its behalf. */
    grantQuery(): Grant[] {
        return this.catalog.grantQuery();
    }

    /** For a role that runs saved queries here and reads their results. */
    grantRun(): Grant[] {
        return [
            {
                Effect: "Allow",
                Action: [
                    "athena:GetNamedQuery",
                    "athena:GetQueryExecution",
                    "athena:GetQueryResults",
                    "athena:StartQueryExecution",
                    "athena:StopQueryExecution",
                ],
                Resource: this.workgroup.arn,
            },
            ...this.results.grantRead(),
            ...this.results.grantWrite(),
            // Athena asks where the bucket is before it writes there.
            { Effect: "Allow", Action: ["s3:GetBucketLocation"], Resource: this.results.bucket.arn },
        ];
    }
}
