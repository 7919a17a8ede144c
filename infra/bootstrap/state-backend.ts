import { Bucket } from "@pulumi/aws/s3/bucket.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { PlatformKey } from "../security/platform-key.ts";
import { AccessLogBucket } from "../storage/access-log-bucket.ts";
import { safeguard } from "../storage/bucket-safeguards.ts";
import { type EnvironmentTags, tagged } from "../tags.ts";

export interface StateBackendArgs {
    /** AWS account that holds the state of its stack, 12 digits. */
    accountId: string;
    /** Region of the bucket, such as `eu-west-1`; part of the address. */
    region: string;
    /** Days for which a state that was written over can be brought back. */
    olderVersionDays: number;
    /** Days for which the log of who read or wrote the state is kept. */
    accessLogDays: number;
    tags: EnvironmentTags;
}

/**
 * Where Pulumi keeps the state of the platform, and the key of the secrets in it. Pulumi's locks are objects of the same
 * bucket. Never deleted by a destroy: without its state nobody can change or remove the platform.
 */
export class StateBackend extends ComponentResource {
    /** What `compliance-platform:stateBackend` must say. */
    readonly address: string;
    /** What `pulumi stack init --secrets-provider` must say. */
    readonly secretsProvider: string;
    /** Name of the bucket. */
    readonly bucket: string;
    /** Key of the bucket. */
    readonly key: PlatformKey;
    /** Key of the secrets in the state. */
    readonly secretsKey: PlatformKey;

    constructor(name: string, args: StateBackendArgs, opts: ComponentResourceOptions = {}) {
        const { accountId, region, olderVersionDays, accessLogDays, tags } = args;
        super("compliance:bootstrap:StateBackend", name, {}, { ...opts, transformations: [tagged(tags)] });
        const child = { parent: this };

        const state = {
            description: "State of the compliance platform",
            alias: "compliance-platform/state",
            accountId,
        };
        this.key = new PlatformKey("state", state, child);
        const secrets = {
            description: "Secrets in the state of the compliance platform",
            alias: "compliance-platform/secrets",
            accountId,
        };
        this.secretsKey = new PlatformKey("secrets", secrets, child);
        const accessLogs = new AccessLogBucket("state-logs", { accountId, retentionDays: accessLogDays }, child);
        this.bucket = `compliance-platform-state-${accountId}`;
        const named = { bucket: this.bucket, forceDestroy: false };
        const holder = new Bucket("state", named, { ...child, protect: true });
        safeguard(this, "state", holder, { key: this.key, accessLogs, olderVersionDays });

        this.address = `s3://${this.bucket}?region=${region}`;
        this.secretsProvider = `awskms:///alias/${secrets.alias}?region=${region}`;
        this.registerOutputs({ address: this.address });
    }
}
