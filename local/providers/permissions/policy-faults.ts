import { isObject, type Value } from "../../store/value.ts";
import { conditionFaults } from "./condition-faults.ts";
import { type Fault, meantActions } from "./meant-actions.ts";
import { principalFaults } from "./principal-faults.ts";
import { missingTypes, resourceFaults } from "./resource-faults.ts";
import { documentOf, type Statement, statementsOf } from "./statement.ts";

/** Where a policy is attached: to who acts, to what is acted on, or to a role as who may take it on. */
export type Attached = "identity" | "resource" | "trust";

/** Elements that a statement has by IAM's grammar, and must not have, where it is attached. */
const MUST: Record<Attached, readonly string[]> = {
    identity: ["Resource"],
    resource: ["Principal", "Resource"],
    trust: ["Principal"],
};
const MUST_NOT: Record<Attached, readonly string[]> = { identity: ["Principal"], resource: [], trust: ["Resource"] };
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
const OF_POLICY = ["Id", "Statement", "Version"];
const OF_STATEMENT = ["Action", "Condition", "Effect", "NotAction", "NotPrincipal", "NotResource", "Principal"].concat([
    "Resource",
    "Sid",
]);
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
const VERSIONS = ["2008-10-17", "2012-10-17"];
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html; other services take more. */
const IAM_SID = /^[A-Za-z0-9]*$/;

/**
 * What AWS would refuse in a policy, or would take and never grant: elements that do not belong there, actions that do not
 * exist, resources that an action does not work on, condition keys that it does not send.
 */
export function policyFaults(policy: Value, attached: Attached): Fault[] {
    const statements = statementsOf(policy);
    // A text that is no JSON is told of by another check.
    if (statements === undefined) return [];
    const read = statements.map((statement, index) => ({ statement, index, ...meantActions(statement) }));
    const faults: Fault[] = read.flatMap(({ statement, index, meant, faults }) =>
        [
            ...elementFaults(statement, attached),
            ...(attached === "identity" ? [] : principalFaults(statement)),
            ...faults,
            ...(attached === "trust" || statement.Effect !== "Allow" ? [] : resourceFaults(statement, meant)),
            ...conditionFaults(statement, meant),
        ].map(({ path, reason }) => ({ path: ["Statement", index, ...path], reason })),
    );
    faults.push(...documentFaults(policy, statements));
    if (faults.length > 0 || attached !== "identity") return faults;
    const allowing = read.filter(({ statement }) => statement.Effect === "Allow");
    return missingTypes(allowing).map(({ path, reason }) => ({ path: ["Statement", ...path], reason }));
}

function documentFaults(policy: Value, statements: readonly Statement[]): Fault[] {
    const document = documentOf(policy);
    const version = isObject(document) ? document.Version : undefined;
    const known = version === undefined || VERSIONS.includes(String(version));
    const sids = statements.map(({ Sid }) => Sid);
    const twice = sids.findIndex((sid, index) => sid !== undefined && sid !== "" && sids.indexOf(sid) < index);
    const odd = isObject(document) ? Object.keys(document).find((name) => !OF_POLICY.includes(name)) : undefined;
    return [
        ...(odd === undefined ? [] : [{ path: [odd], reason: `is no element of a policy: ${OF_POLICY.join(", ")}` }]),
        ...(known ? [] : [{ path: ["Version"], reason: `must be one of ${VERSIONS.join(", ")}, got ${version}` }]),
        ...(twice === -1
            ? []
            : [{ path: ["Statement", twice, "Sid"], reason: `must not be ${sids[twice]}, which another has` }]),
    ];
}

function elementFaults(statement: object, attached: Attached): Fault[] {
    const has = (name: string): boolean => name in statement || `Not${name}` in statement;
    const effect = "Effect" in statement ? statement.Effect : undefined;
    const sid = "Sid" in statement ? String(statement.Sid) : "";
    return [
        ...(attached === "resource" || IAM_SID.test(sid)
            ? []
            : [{ path: ["Sid"], reason: `must be made of letters and digits, got "${sid}"` }]),
        ...Object.keys(statement)
            .filter((name) => !OF_STATEMENT.includes(name))
            .map((name) => ({ path: [name], reason: `is no element of a statement: ${OF_STATEMENT.join(", ")}` })),
        ...["Action", "Principal", "Resource"].flatMap((name) =>
            name in statement && `Not${name}` in statement
                ? [{ path: [`Not${name}`], reason: `conflicts with ${name}` }]
                : [],
        ),
        ...(effect === "Allow" || effect === "Deny" ? [] : [{ path: ["Effect"], reason: "must be Allow or Deny" }]),
        ...["Action", ...MUST[attached]].flatMap((name) =>
            has(name) ? [] : [{ path: [name], reason: "is required" }],
        ),
        ...MUST_NOT[attached].flatMap((name) =>
            has(name) ? [{ path: [name], reason: `does not belong into a policy of this kind` }] : [],
        ),
    ];
}
