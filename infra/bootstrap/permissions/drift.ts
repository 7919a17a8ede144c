import { allow, arnIn, of, type Place, type Statement, unnamed } from "./statement.ts";

/**
 * What looking for drift needs besides what every look needs: who changed something, what carries the platform's tags and
 * nobody manages, and to tell operations, whose topic is under a key of the platform.
 */
export function lookForDrift(place: Place): Statement[] {
    return [
        unnamed(of("cloudtrail", "LookupEvents")),
        unnamed(of("tag", "GetResources")),
        allow(of("sns", "Publish"), arnIn(place, "sns", "operations-*")),
        allow(of("kms", "Decrypt", "GenerateDataKey"), arnIn(place, "kms", "key/*"), {
            StringEquals: { "kms:ViaService": `sns.${place.region}.amazonaws.com` },
        }),
    ];
}
