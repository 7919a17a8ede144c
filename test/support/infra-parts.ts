import { AlertTopic } from "../../infra/alerts/alert-topic.ts";
import type { Bundle } from "../../infra/compute/bundle-content.ts";
import type { Configuration } from "../../infra/configuration.ts";
import type { Dashboards } from "../../infra/dashboard-readers.ts";
import { PrivateNetwork } from "../../infra/network/private-network.ts";
import { Platform } from "../../infra/platform.ts";
import { PlatformKey } from "../../infra/security/platform-key.ts";
import { AccessLogBucket } from "../../infra/storage/access-log-bucket.ts";
import { WorkBucket } from "../../infra/storage/work-bucket.ts";
import { local } from "../../stacks/local.ts";
import { settingsOf } from "../../stacks/settings-of.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { allRegistered, type Created, everything, recordedBefore, recordResources } from "./mocks.ts";

export const ACCOUNT = "123456789012";

/** What components are given in tests; each is called `the-…`, so that its ARN is `arn:the-…`. */
export function theKey(): PlatformKey {
    return new PlatformKey("the-key", { description: "of a test", alias: "the-key", accountId: ACCOUNT });
}

export function theNetwork(): PrivateNetwork {
    const log = { key: theKey(), retentionDays: 400 };
    return new PrivateNetwork("net", { accountId: ACCOUNT, region: "eu-west-1", availabilityZones: 3, log });
}

export function theTopic(): AlertTopic {
    const receivers = [{ protocol: "email" as const, endpoint: "somebody@bank.example" }];
    return new AlertTopic("the-topic", { displayName: "News", key: theKey(), receivers });
}

export function theAccessLogs(): AccessLogBucket {
    return new AccessLogBucket("the-logs", { accountId: ACCOUNT, retentionDays: 30 });
}

export function theBucket(): WorkBucket {
    return new WorkBucket("the-bucket", { key: theKey(), accessLogs: theAccessLogs(), retentionDays: 1 });
}

export function theBundle(verb: string): Promise<Bundle> {
    return Promise.resolve({ path: `/bundles/${verb}.zip`, codeBytes: 1 });
}

/** One of each kind. */
export const theSources: Configuration["sources"] = [
    {
        kind: "s3",
        name: "card-scheme",
        landsIn: "card-network",
        bucket: "clearing",
        prefix: "to-bank/",
        region: "eu-west-1",
        roleArn: "arn:aws:iam::999999999999:role/reader",
    },
    { kind: "https", name: "hub", landsIn: "iso20022", url: "https://hub.example/latest.xml" },
];

export const theDashboards: Dashboards = {
    accountName: "bank-compliance",
    notificationEmail: "somebody@bank.example",
    identityRegion: "eu-west-1",
    readers: [{ group: "compliance-officers" }, { group: "fraud-desk", channels: ["card", "instant"] }],
};

export function theConfiguration(changes: Partial<Configuration> = {}): Configuration {
    const receivers = [{ protocol: "email" as const, endpoint: "somebody@bank.example" }];
    return {
        environment: "local",
        settings: local,
        accountId: ACCOUNT,
        region: "eu-west-1",
        azure: {
            location: "westeurope",
            appUri: "api://the-tenant/the-exchange",
            tenantId: "12345678-1234-4123-8123-123456789012",
            alertEmails: ["somebody@bank.example"],
            writers: [],
            awsIssuer: "https://11111111-1111-4111-8111-111111111111.tokens.sts.global.api.aws",
        },
        modelArtifact: "s3://the-models/first/model.tar.gz",
        subscriptions: { fraud: receivers, discrepancies: receivers, operations: receivers },
        sources: theSources,
        dashboards: theDashboards,
        ...changes,
    };
}

interface Made {
    platform: Platform;
    resources: readonly Created[];
}

const made = new Map<string, Made>();

/**
 * The whole platform with the settings of a stack; what it created is in the mocks. Made once in a process, which takes a
 * second, and read-only.
 */
export async function thePlatform(stack: string): Promise<Platform> {
    const known = made.get(stack) ?? (await makePlatform(stack));
    made.set(stack, known);
    recordedBefore(known.resources);
    return known.platform;
}

async function makePlatform(stack: string): Promise<Made> {
    await recordResources();
    const configuration = theConfiguration({ environment: stack, settings: settingsOf(stack) });
    const platform = new Platform("platform", configuration, theBundle);
    await allRegistered();
    return { platform, resources: deepFreeze([...everything()]) };
}
