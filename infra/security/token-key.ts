import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import type { Grant } from "./grant.ts";
import { keyPolicy } from "./key-policy.ts";

export interface TokenKeyArgs {
    /** Readable name without `alias/`; unique in the account and region. */
    alias: string;
    /** AWS account that owns the key, 12 digits. */
    accountId: string;
    /** Whether `pulumi destroy` may schedule the key for deletion; without it no card is recognised again. Default: false. */
    deletable?: boolean;
}

/**
 * Key from which card numbers get their tokens (HMAC-SHA256). It never leaves KMS, so no secret is stored anywhere.
 * AWS rotates no HMAC key, and rotating would break the link between a card's old and new tokens: the version of the
 * token (`TOKEN_KEY_VERSION`) is raised instead.
 */
export class TokenKey extends ComponentResource {
    readonly keyId: Output<string>;
    private readonly arn: Output<string>;

    constructor(name: string, args: TokenKeyArgs, opts?: ComponentResourceOptions) {
        super("compliance:security:TokenKey", name, {}, opts);
        const { alias, accountId, deletable = false } = args;

        const key = new Key(
            name,
            {
                description: "Turns card numbers into tokens that cannot be turned back",
                keyUsage: "GENERATE_VERIFY_MAC",
                customerMasterKeySpec: "HMAC_256",
                deletionWindowInDays: 30,
                policy: keyPolicy(accountId, ["kms:GenerateMac"], []),
            },
            { parent: this, protect: !deletable },
        );
        new Alias(name, { name: `alias/${alias}`, targetKeyId: key.keyId }, { parent: this });
        this.keyId = key.keyId;
        this.arn = key.arn;
        this.registerOutputs({ keyId: this.keyId });
    }

    /** For the one function that sees card numbers. */
    grantGenerateMac(): Grant[] {
        return [{ Effect: "Allow", Action: ["kms:GenerateMac"], Resource: this.arn }];
    }
}
