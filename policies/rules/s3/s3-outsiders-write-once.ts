import { policyOfBucket, policyOfRole } from "../../checks/links/links.ts";
import { allowed, statements } from "../../checks/statements/policy-document.ts";
import { BUCKET, ROLE } from "../../checks/types.ts";
import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

export const s3OutsidersWriteOnce: StackRule = {
    name: "s3-outsiders-write-once",
    scope: "stack",
    why: "Whoever holds a token of another cloud may use it past our function, and replace what was brought before.",
    severity: "high",
    controls: ["nist:CP-9", "nist:AC-3", "iso:A.8.3"],
    fix: "Deny s3:PutObject in the BucketPolicy when s3:if-none-match is Null, where a role for web identities may write",
    types: [BUCKET],
    check(bucket, judge, graph) {
        judge(bucket.at("policy"), () => {
            const open = writtenByOutsiders(bucket, graph);
            if (open.length === 0) return undefined;
            const shut = graph.referrers(bucket, policyOfBucket).flatMap((policy) => writtenOnce(policy.at("policy")));
            const rest = open.filter((written) => !shut.some((once) => covers(once, written)));
            return rest.length === 0 ? undefined : `lets a role for web identities write over ${rest.join(" and ")}`;
        });
    },
};

/** Resources of the bucket to which roles may write that tokens of others open. */
function writtenByOutsiders(bucket: Resource, graph: Graph): string[] {
    const arn = bucket.at("arn").text() ?? "";
    return graph
        .ofType(ROLE)
        .filter((role) => statements(role.at("assumeRolePolicy")).some(trustsOutsiders))
        .flatMap((role) => graph.referrers(role, policyOfRole))
        .flatMap((policy) => allowed(policy.at("policy")).filter(puts))
        .flatMap((statement) => statement.at("Resource").texts())
        .filter((resource) => arn !== "" && resource.startsWith(`${arn}/`));
}

/** Pipelines of ours come by such tokens too, and write the state anew each time; `federation-ours` sees that they are ours. */
const PIPELINES = /:oidc-provider\/token\.actions\.githubusercontent\.com$/;

function trustsOutsiders(statement: Value): boolean {
    const issuers = statement.at("Principal.Federated").texts();
    if (issuers.length > 0 && issuers.every((issuer) => PIPELINES.test(issuer))) return false;
    return statement
        .at("Action")
        .texts()
        .some((action) => action.toLowerCase() === "sts:assumerolewithwebidentity");
}

function puts(statement: Value): boolean {
    return statement
        .at("Action")
        .texts()
        .some((action) => /^s3:(PutObject|Put\*|\*)$/i.test(action));
}

function writtenOnce(policy: Value): string[] {
    return statements(policy)
        .filter((statement) => statement.at("Effect").text() === "Deny" && puts(statement))
        .filter((statement) => statement.at("Principal").text() === "*")
        .filter((statement) => {
            const conditions = statement.at("Condition");
            const asked = conditions.at("Null").named("s3:if-none-match").text();
            // A second condition would let some uploads past it.
            return asked === "true" && conditions.keys().length === 1 && conditions.at("Null").keys().length === 1;
        })
        .flatMap((statement) => statement.at("Resource").texts());
}

function covers(pattern: string, written: string): boolean {
    return pattern === written || (pattern.endsWith("*") && written.startsWith(pattern.slice(0, -1)));
}
