import type { Resource } from "../../core/resource.ts";
import type { Value } from "../../core/value.ts";
import {
    ACCESS_POINT,
    ACCESS_POINT_POLICY,
    BUCKET,
    BUCKET_POLICY,
    CATALOG_POLICY,
    ENDPOINT,
    EVENT_BUS_POLICY,
    EXTERNAL_KEY,
    KEY,
    KEY_POLICY,
    LOG_DESTINATION_POLICY,
    LOG_RESOURCE_POLICY,
    MANAGED_POLICY,
    MODEL_GROUP_POLICY,
    QUEUE,
    QUEUE_POLICY,
    REPLICA_KEY,
    ROLE,
    ROLE_POLICY,
    SECRET,
    SECRET_POLICY,
    TABLE_POLICY,
    TOPIC,
    TOPIC_POLICY,
    WAREHOUSE_POLICY,
} from "../types.ts";

/** Where a type keeps the policy that says who may use it. */
const POLICY_PROPERTY: Readonly<Record<string, string>> = {
    [LOG_DESTINATION_POLICY]: "accessPolicy",
    [LOG_RESOURCE_POLICY]: "policyDocument",
    [MODEL_GROUP_POLICY]: "resourcePolicy",
};

/** Types of which a policy says who may use something. */
export const RESOURCE_POLICIES = [
    KEY,
    KEY_POLICY,
    EXTERNAL_KEY,
    REPLICA_KEY,
    BUCKET,
    BUCKET_POLICY,
    ACCESS_POINT,
    ACCESS_POINT_POLICY,
    ENDPOINT,
    QUEUE,
    QUEUE_POLICY,
    TOPIC,
    TOPIC_POLICY,
    SECRET,
    SECRET_POLICY,
    TABLE_POLICY,
    CATALOG_POLICY,
    WAREHOUSE_POLICY,
    EVENT_BUS_POLICY,
    LOG_DESTINATION_POLICY,
    LOG_RESOURCE_POLICY,
    MODEL_GROUP_POLICY,
];

/** Types that say what a role may do. */
export const IDENTITY_POLICIES = [ROLE, ROLE_POLICY, MANAGED_POLICY];

/** Whether a policy is kept where the limits of roles are: it allows nothing, but says what may be allowed at most. */
export function isBoundary(resource: Resource): boolean {
    return resource.type === MANAGED_POLICY && /\/boundaries\/$/.test(resource.at("path").text() ?? "");
}

/** The property in which a resource, other than a role, keeps its policy. */
export function policyPropertyOf({ type }: Resource): string {
    return POLICY_PROPERTY[type] ?? "policy";
}

/** The policy documents that the resource carries as properties and that allow something. */
export function policiesOf(resource: Resource): Value[] {
    if (isBoundary(resource)) return [];
    if (resource.type !== ROLE) return [resource.at(policyPropertyOf(resource))];
    return resource
        .at("inlinePolicies")
        .items()
        .map((inline) => inline.at("policy"));
}

/** The statements of a policy document, or none when there is no document. */
export function statements(policy: Value): Value[] {
    return policy.json().at("Statement").items();
}

export function allowed(policy: Value): Value[] {
    return statements(policy).filter((statement) => statement.at("Effect").text() === "Allow");
}

/** Kinds of principals of a statement, `*` for everybody, with the principals of that kind. */
export function principals(statement: Value): { kind: string; names: string[] }[] {
    const principal = statement.at("Principal");
    if (principal.isAbsent()) return [];
    if (principal.text() !== undefined) return [{ kind: "AWS", names: principal.texts() }];
    return principal.keys().map((kind) => ({ kind, names: principal.named(kind).texts() }));
}

/** Names of the condition keys of a statement, in small letters as AWS compares them. */
export function conditionKeys(statement: Value): string[] {
    const condition = statement.at("Condition");
    return condition.keys().flatMap((operator) =>
        condition
            .named(operator)
            .keys()
            .map((key) => key.toLowerCase()),
    );
}
