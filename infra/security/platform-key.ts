import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import type { Grant } from "./grant.ts";
import { keyPolicy, type ServiceUse } from "./key-policy.ts";

export interface PlatformKeyArgs {
    /** What it protects, in words for the person who reviews keys. */
    description: string;
    /** Readable name without `alias/`; unique in the account and region. */
    alias: string;
    /** AWS account that owns the key, 12 digits. */
    accountId: string;
    /** AWS services that use the key by themselves, such as S3 when it announces a file. Default: none. */
    services?: ServiceUse[];
    /** Whether `pulumi destroy` may schedule the key for deletion, which makes its data unreadable. Default: false. */
    deletable?: boolean;
}

/** Customer-managed key for one class of data; rotated each year, deleted only after 30 days of notice. */
export class PlatformKey extends ComponentResource {
    readonly arn: Output<string>;

    constructor(name: string, args: PlatformKeyArgs, opts?: ComponentResourceOptions) {
        super("compliance:security:PlatformKey", name, {}, opts);
        const { description, alias, accountId, services = [], deletable = false } = args;

        const key = new Key(
            name,
            {
                description,
                enableKeyRotation: true,
                deletionWindowInDays: 30,
                policy: keyPolicy(accountId, USE, services),
            },
            { parent: this, protect: !deletable },
        );
        new Alias(name, { name: `alias/${alias}`, targetKeyId: key.keyId }, { parent: this });
        this.arn = key.arn;
        this.registerOutputs({ arn: this.arn });
    }

    /** For who writes to something this key protects. Queues and topics also decrypt the data key they reuse. */
    grantEncrypt(): Grant[] {
        return [{ Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: this.arn }];
    }

    /** For who writes each thing once, as whole objects to S3. */
    grantGenerate(): Grant[] {
        return [{ Effect: "Allow", Action: ["kms:GenerateDataKey"], Resource: this.arn }];
    }

    /** For who only reads. */
    grantDecrypt(): Grant[] {
        return [{ Effect: "Allow", Action: ["kms:Decrypt"], Resource: this.arn }];
    }
}

const USE = [
    "kms:Decrypt",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:GenerateDataKeyWithoutPlaintext",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
];
