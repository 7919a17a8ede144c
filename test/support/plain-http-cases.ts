import { type Given, unknown } from "./run-rule.ts";

interface Kind {
    /** How the engine names the type of the policies. */
    readonly policyType: string;
    /** What the resource is and what its policy names it by. */
    readonly props: Readonly<Record<"id" | "arn", string>>;
    readonly belongsBy: readonly [property: string, value: string];
    /** All actions on it, and one that is too little. */
    readonly action: string;
    readonly oneAction: string;
    readonly resource: string | readonly string[];
}

const TLS = "aws:SecureTransport";

/** What is said where nothing refuses plain HTTP. */
export const NOT_REFUSED = ["policy: does not refuse plain HTTP"];

/** A policy of a resource that refuses plain HTTP, and ways to write policies for it. */
export function plainHttp({ policyType, props, belongsBy: [property, value], action, resource }: Kind) {
    const denial = {
        Effect: "Deny",
        Principal: "*",
        Action: action,
        Resource: resource,
        Condition: { Bool: { [TLS]: "false" } },
    };
    const text = (statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
    const written = (policy: unknown, of: unknown = value): Given => ({
        type: policyType,
        name: "policy",
        props: { [property]: of, policy },
    });
    return { denial, props, policy: (...statements: object[]) => written(text(statements)), written, text };
}

/** What a rule says of each way not to refuse plain HTTP, whatever service the resource is of. */
export function plainHttpCases(kind: Kind) {
    const { denial, props, policy, written, text } = plainHttp(kind);
    const [property] = kind.belongsBy;
    const allowance = {
        Effect: "Allow",
        Principal: { AWS: "arn:somebody" },
        Action: kind.action,
        Resource: kind.resource,
    };
    const refused = (title: string, ...beside: Given[]) => ({ title, props, beside, found: NOT_REFUSED });
    return [
        { title: "accepts it among other statements", props, beside: [policy(allowance, denial)], found: [] },
        {
            title: "accepts the condition in any letters",
            props,
            beside: [policy({ ...denial, Condition: { Bool: { "AWS:securetransport": false } } })],
            found: [],
        },
        refused("rejects it without a policy"),
        refused("rejects an empty policy", policy()),
        refused("rejects a policy that is no JSON", written("no")),
        refused("rejects the policy of another", written(text([denial]), "another")),
        refused("rejects an allowance in place of the denial", policy({ ...denial, Effect: "Allow" })),
        refused("rejects a denial for some only", policy({ ...denial, Principal: { AWS: "arn:somebody" } })),
        refused("rejects a denial of too little", policy({ ...denial, Action: kind.oneAction })),
        refused(
            "rejects a denial with a way around it",
            policy({ ...denial, Condition: { ...denial.Condition, StringEquals: { "aws:SourceVpc": "vpc" } } }),
        ),
        refused("rejects a denial of TLS", policy({ ...denial, Condition: { Bool: { [TLS]: "true" } } })),
        {
            title: "cannot decide while the policy is unknown",
            props,
            beside: [written(unknown)],
            found: ["policy is unknown"],
        },
        {
            title: "cannot decide while nobody knows whose policy it is",
            props,
            beside: [written(text([denial]), unknown)],
            found: [`${property} is unknown`],
        },
        {
            title: "goes by what the policy was made from while names are unknown",
            props: { arn: unknown, id: unknown, url: unknown },
            beside: [{ ...written(text([denial]), unknown), madeFrom: { [property]: "it" } }],
            found: [],
        },
    ];
}
