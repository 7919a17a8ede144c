import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { PlatformKey } from "./platform-key.ts";
import { deliveriesBy, logEncryption, trailEncryption } from "./service-uses.ts";
import { TokenKey } from "./token-key.ts";
import { trailName } from "./trail-name.ts";

export interface PlatformKeysArgs {
    /** Name of the environment; part of the keys' readable names. */
    environment: string;
    /** AWS account that owns the keys, 12 digits. */
    accountId: string;
    /** AWS region of the keys. */
    region: string;
    /** Whether `pulumi destroy` may schedule the keys for deletion. Default: false. */
    deletable?: boolean;
}

/** One key for each class of data, so that reading logs never means reading transactions. */
export class PlatformKeys extends ComponentResource {
    readonly data: PlatformKey;
    readonly logs: PlatformKey;
    readonly cardTokens: TokenKey;

    constructor(name: string, args: PlatformKeysArgs, opts?: ComponentResourceOptions) {
        super("compliance:security:PlatformKeys", name, {}, opts);
        const { environment, accountId, region, deletable = false } = args;

        const child = { parent: this };
        const owned = (key: string) => ({ alias: `compliance-platform/${environment}/${key}`, accountId, deletable });
        this.data = new PlatformKey(
            "data",
            {
                ...owned("data"),
                description: "Encrypts transactions, wherever they wait or stay, and alerts",
                services: deliveriesBy(["budgets", "cloudwatch", "s3"], accountId),
            },
            child,
        );
        this.logs = new PlatformKey(
            "logs",
            {
                ...owned("logs"),
                description: "Encrypts logs and the audit trail",
                services: [
                    logEncryption(region, accountId),
                    trailEncryption(region, accountId, trailName(environment)),
                ],
            },
            child,
        );
        this.cardTokens = new TokenKey("card-tokens", owned("card-tokens"), child);
        this.registerOutputs({});
    }
}
