import type { ResourceRecord } from "../../../policies/core/resource.ts";
import { type Mutant, withValue } from "./mutant.ts";

type Statement = Record<string, unknown>;

/** Ways to break one statement of a policy that still reads like a policy. */
const BREAKS: Readonly<Record<string, (statement: Statement, identity: boolean) => Statement | "gone" | undefined>> = {
    "denial gone": ({ Effect }) => (Effect === "Deny" ? "gone" : undefined),
    "condition gone": ({ Condition, ...rest }) =>
        Condition !== undefined && rest.Effect === "Allow" ? rest : undefined,
    "condition of a denial widened": (one) =>
        one.Effect === "Deny" && one.Condition !== undefined
            ? { ...one, Condition: { ...(one.Condition as object), IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }
            : undefined,
    "every action": (one) => (one.Effect === "Allow" && one.Action !== undefined ? { ...one, Action: "*" } : undefined),
    "a service's every action": (one) => {
        const [first] = one.Action === undefined ? [] : [one.Action].flat();
        return one.Effect === "Allow" && typeof first === "string"
            ? { ...one, Action: `${first.split(":")[0]}:*` }
            : undefined;
    },
    "all but one action": ({ Action, ...rest }) =>
        rest.Effect === "Allow" && Action !== undefined ? { ...rest, NotAction: "iam:ListRoles" } : undefined,
    "every resource": (one, identity) =>
        identity && one.Effect === "Allow" && one.Resource !== "*" && one.Resource !== undefined
            ? { ...one, Resource: "*" }
            : undefined,
    everybody: (one, identity) => (!identity && one.Effect === "Allow" ? { ...bare(one), Principal: "*" } : undefined),
    "another account": (one, identity) =>
        !identity && one.Effect === "Allow"
            ? { ...one, Principal: { AWS: "arn:aws:iam::999999999999:root" } }
            : undefined,
    "a right to give rights": (one, identity) =>
        identity && one.Effect === "Allow" && Array.isArray(one.Action)
            ? { ...one, Action: [...one.Action, "iam:PutRolePolicy"] }
            : undefined,
};

function bare({ Condition: _, ...rest }: Statement): Statement {
    return rest;
}

/** Where policies stand in the inputs of a resource. */
const PLACES = ["policy", "assumeRolePolicy", "resourcePolicy"];

export function policyMutants(record: ResourceRecord): Mutant[] {
    return PLACES.flatMap((property) => {
        const text = record.props[property];
        if (typeof text !== "string") return [];
        const document = JSON.parse(text) as { Statement: Statement[] };
        const all = [document.Statement].flat();
        const identity = /^aws:iam\//.test(record.type) && property === "policy";
        return all.flatMap((statement, index) =>
            Object.entries(BREAKS).flatMap(([kind, change]): Mutant[] => {
                const after = change(statement, identity);
                if (after === undefined) return [];
                const Statement = all.flatMap((one, at) => (at !== index ? [one] : after === "gone" ? [] : [after]));
                const changed = withValue(record, [property], JSON.stringify({ ...document, Statement }));
                return [
                    {
                        kind,
                        type: record.type,
                        name: record.name,
                        property: `${property}.Statement[]`,
                        of: record,
                        changed,
                    },
                ];
            }),
        );
    });
}
