import { encryptionOfBucket, policyOfBucket } from "../../checks/links/links.ts";
import { coversAction, fits } from "../../checks/statements/pattern.ts";
import { statements } from "../../checks/statements/policy-document.ts";
import { namesEverybody } from "../../checks/statements/principal.ts";
import { BUCKET } from "../../checks/types.ts";
import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

const HEADERS = ["s3:x-amz-server-side-encryption", "s3:x-amz-server-side-encryption-aws-kms-key-id"];

export const s3RefusesOtherKeys: StackRule = {
    name: "s3-refuses-other-keys",
    scope: "stack",
    why: "The default encryption does not hold back who asks for another key, or for one of a foreign account.",
    severity: "medium",
    controls: ["pci:3.6.1", "nist:SC-28(1)", "iso:A.8.24"],
    fix: `Deny s3:PutObject in the BucketPolicy when ${HEADERS.join(" or ")} is given and not ours`,
    types: [BUCKET],
    check(bucket, judge, graph) {
        judge(bucket.at("policy"), () => {
            if (!hasOwnKey(bucket, graph)) return undefined;
            const refused = graph.referrers(bucket, policyOfBucket).flatMap((policy) => refusedHeaders(policy, bucket));
            const open = HEADERS.filter((header) => !refused.includes(header));
            return open.length === 0 ? undefined : `accepts uploads with any ${open.join(" and ")}`;
        });
    },
};

function hasOwnKey(bucket: Resource, graph: Graph): boolean {
    const rules = graph.referrers(bucket, encryptionOfBucket).flatMap((settings) => settings.at("rules").items());
    return rules.some((rule) => !rule.at("applyServerSideEncryptionByDefault.kmsMasterKeyId").isAbsent());
}

/** The headers that a denial for everybody and for all of the bucket refuses; a further condition would let some past it. */
function refusedHeaders(policy: Resource, bucket: Resource): string[] {
    const object = bucket.at("arn").followedBy("/object");
    return statements(policy.at("policy"))
        .filter((statement) => statement.at("Effect").text() === "Deny" && namesEverybody(statement))
        .filter((statement) =>
            statement
                .at("Action")
                .texts()
                .some((action) => coversAction(action, "s3:PutObject")),
        )
        .filter((statement) => {
            const arn = object.isKnown() ? object.text() : undefined;
            const named = statement.at("Resource").texts();
            return arn === undefined ? named.length > 0 : named.some((pattern) => fits(pattern, arn));
        })
        .flatMap((statement) => refusedBy(statement.at("Condition")));
}

/** The one header that the condition asks about; only a service that has but a key of its own may be spared. */
function refusedBy(condition: Value): string[] {
    const headers = condition.at("StringNotEquals").keys();
    const further = condition.keys().filter((operator) => {
        if (operator === "StringNotEquals" || operator === "Null") return false;
        const spared = condition.named(operator).keys();
        return operator !== "StringNotEqualsIfExists" || spared.some((key) => key !== "aws:PrincipalServiceName");
    });
    return headers.length === 1 && further.length === 0 ? headers : [];
}
