import { awsTypes } from "../../../local/providers/types/aws/index.ts";
import { azureNativeTypes } from "../../../local/providers/types/azure-native/index.ts";
import { azureadTypes } from "../../../local/providers/types/azuread/index.ts";
import type { TypeDefinition } from "../../../local/providers/types/definition.ts";
import type { Properties, Value } from "../../../local/store/value.ts";
import { canonicalType } from "../../../policies/core/canonical-type.ts";
import { canonical } from "./canonical.ts";

/** What the stand-ins know of the real providers: one place for what a cloud fills in when nobody says anything. */
const TYPES: Readonly<Record<string, TypeDefinition>> = { ...awsTypes, ...azureNativeTypes, ...azureadTypes };

/** What the clouds show besides, without any provider writing it into the inputs. */
const SHOWN: Readonly<Record<string, Properties>> = {
    "aws:sqs/queue:Queue": { kmsDataKeyReusePeriodSeconds: 300 },
    "aws:iam/role:Role": { maxSessionDuration: 3600, path: "/" },
    "aws:kms/key:Key": { rotationPeriodInDays: 365 },
    "aws:lambda/function:Function": {
        architectures: ["x86_64"],
        ephemeralStorage: { size: 512 },
        tracingConfig: { mode: "PassThrough" },
        loggingConfig: { logFormat: "Text" },
    },
    "aws:cloudwatch/logGroup:LogGroup": { logGroupClass: "STANDARD" },
    "aws:s3/bucket:Bucket": { requestPayer: "BucketOwner" },
    "aws:dynamodb/table:Table": { tableClass: "STANDARD" },
    "azure-native:storage:StorageAccount": { publicNetworkAccess: "Enabled", allowCrossTenantReplication: false },
};

/** Whether nothing on one side and this value on the other are the same: the cloud fills it in by itself. */
export function isDefault(type: string, property: string, value: Value | undefined): boolean {
    const known = canonicalType(type);
    const { defaults } = TYPES[known] ?? TYPES[type] ?? {};
    const filled = { ...SHOWN[known], ...(typeof defaults === "object" && defaults) };
    return property in filled && canonical(filled[property], property) === canonical(value, property);
}
