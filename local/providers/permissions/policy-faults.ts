import type { Value } from "../../store/value.ts";
import { conditionFaults } from "./condition-faults.ts";
import { type Fault, meantActions } from "./meant-actions.ts";
import { missingTypes, resourceFaults } from "./resource-faults.ts";
import { statementsOf } from "./statement.ts";

/** Where a policy is attached: to who acts, to what is acted on, or to a role as who may take it on. */
export type Attached = "identity" | "resource" | "trust";

/** Elements that a statement has by IAM's grammar, and must not have, where it is attached. */
const MUST: Record<Attached, readonly string[]> = {
    identity: ["Resource"],
    resource: ["Principal", "Resource"],
    trust: ["Principal"],
};
const MUST_NOT: Record<Attached, readonly string[]> = { identity: ["Principal"], resource: [], trust: ["Resource"] };

/**
 * What AWS would refuse in a policy, or would take and never grant: elements that do not belong there, actions that do not
 * exist, resources that an action does not work on, condition keys that it does not send.
 */
export function policyFaults(policy: Value, attached: Attached): Fault[] {
    const statements = statementsOf(policy);
    // A text that is no JSON is told of by another check.
    if (statements === undefined) return [];
    const read = statements.map((statement, index) => ({ statement, index, ...meantActions(statement) }));
    const faults = read.flatMap(({ statement, index, meant, faults }) =>
        [
            ...elementFaults(statement, attached),
            ...faults,
            ...(attached === "trust" || statement.Effect !== "Allow" ? [] : resourceFaults(statement, meant)),
            ...conditionFaults(statement, meant),
        ].map(({ path, reason }) => ({ path: ["Statement", index, ...path], reason })),
    );
    if (faults.length > 0 || attached !== "identity") return faults;
    const allowing = read.filter(({ statement }) => statement.Effect === "Allow");
    return missingTypes(allowing).map(({ path, reason }) => ({ path: ["Statement", ...path], reason }));
}

function elementFaults(statement: object, attached: Attached): Fault[] {
    const has = (name: string): boolean => name in statement || `Not${name}` in statement;
    const effect = "Effect" in statement ? statement.Effect : undefined;
    return [
        ...(effect === "Allow" || effect === "Deny" ? [] : [{ path: ["Effect"], reason: "must be Allow or Deny" }]),
        ...["Action", ...MUST[attached]].flatMap((name) =>
            has(name) ? [] : [{ path: [name], reason: "is required" }],
        ),
        ...MUST_NOT[attached].flatMap((name) =>
            has(name) ? [{ path: [name], reason: `does not belong into a policy of this kind` }] : [],
        ),
    ];
}
