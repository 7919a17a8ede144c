import { type Access, allow, arnIn, of, type Place, unnamed } from "./statement.ts";

/** Services that encrypt what a pipeline creates, in the pipeline's name. */
const ENCRYPTING = ["dynamodb", "lambda", "s3", "sagemaker", "secretsmanager"];

/** The platform's keys: how they are kept, and their use by the services that create encrypted resources. */
export function keys(place: Place): Access {
    const all = arnIn(place, "kms", "key/*");
    return {
        read: [
            allow(of("kms", "DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus", "ListResourceTags"), all),
            unnamed(of("kms", "ListAliases")),
        ],
        write: [
            unnamed(of("kms", "CreateKey")),
            allow(
                of("kms", "EnableKeyRotation", "PutKeyPolicy", "TagResource", "UntagResource", "UpdateKeyDescription"),
                all,
            ),
            allow(of("kms", "CreateAlias", "DeleteAlias", "UpdateAlias"), [arnIn(place, "kms", "alias/*"), all]),
            allow(of("kms", "CreateGrant"), all, { Bool: { "kms:GrantIsForAWSResource": "true" } }),
            allow(of("kms", "Decrypt", "Encrypt", "GenerateDataKey"), all, {
                StringEquals: {
                    "kms:ViaService": ENCRYPTING.map((service) => `${service}.${place.region}.amazonaws.com`),
                },
            }),
        ],
    };
}
