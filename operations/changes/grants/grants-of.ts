import { labelOf } from "../../baselines/planned.ts";
import type { Stood } from "../change.ts";
import type { Named, NamedResources } from "../named.ts";
import { documentIn, grantsIn, principalNamed } from "./aws-statements.ts";
import { azureGrants } from "./azure-grants.ts";
import type { Grant } from "./grant.ts";

const NONE: Grant["conditions"] = new Map();

/** Everything that the resources of a stack allow and deny, whoever says it: roles, resources, trusts, both clouds. */
export function grantsOf(resources: readonly Stood[], named: NamedResources): Grant[] {
    const attached = attachments(resources, named);
    return resources.flatMap((resource): Grant[] => {
        const inputs = named.inputsOf(resource);
        if (resource.type.startsWith("azure")) return azureGrants(resource, inputs, resources);
        if (!resource.type.startsWith("aws:")) return [];
        const { urn } = resource;
        const own = Object.values(inputs).flatMap((value) => documentsIn(value).map((document) => ({ document, urn })));
        return [
            ...own.flatMap(({ document }) => {
                const isLimit = isLimiting(resource);
                const who = principalsFor(resource, inputs, attached);
                return who.flatMap((principal) =>
                    grantsIn({ document, urn, principal, resource: labelOf(resource), isLimit }).map((grant) =>
                        isAboutItself(resource, grant) ? { ...grant, resource: labelOf(resource) } : grant,
                    ),
                );
            }),
            ...managedPolicies(resource, inputs),
            ...permissionOf(resource, inputs),
        ];
    });
}

/** Documents stand in a property itself, or, as those of a role, one below in a list. */
function documentsIn(value: unknown): unknown[] {
    const items = Array.isArray(value) ? value.flatMap((item) => Object.values(Object(item))) : [value];
    return items.flatMap((item) => {
        const document = documentIn(item);
        return document instanceof Object && "Statement" in document ? [document] : [];
    });
}

/** In the policy of a key a `*` is the key. */
function isAboutItself({ type }: Stood, { resource }: Grant): boolean {
    return resource === "*" && /^aws:kms\/key(Policy)?:/.test(type);
}

/** What a VPC endpoint or the limit of roles lets through, somebody else has still to allow. */
function isLimiting({ type, inputs }: Stood): boolean {
    return type === "aws:ec2/vpcEndpoint:VpcEndpoint" || /\/boundaries\/$/.test(String(inputs.path ?? ""));
}

/** Who gets what a policy says of nobody: the role it belongs to, or those it is attached to. */
function principalsFor(resource: Stood, inputs: Named, attached: ReadonlyMap<string, string[]>): string[] {
    if (typeof inputs.role === "string") return [principalNamed("AWS", inputs.role)];
    if (resource.type === "aws:iam/policy:Policy") return attached.get(labelOf(resource)) ?? [labelOf(resource)];
    return [labelOf(resource)];
}

/** The roles that each policy of this stack is attached to, by the label of the policy. */
function attachments(resources: readonly Stood[], named: NamedResources): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const resource of resources) {
        if (resource.type !== "aws:iam/rolePolicyAttachment:RolePolicyAttachment") continue;
        const { policyArn, role } = named.inputsOf(resource);
        const [, policy] = /^\$\{(.+)\.\w+\}$/.exec(String(policyArn)) ?? [];
        if (policy === undefined) continue;
        found.set(policy, [...(found.get(policy) ?? []), principalNamed("AWS", String(role))]);
    }
    return found;
}

/** Policies from outside the stack: what they allow is not known here, so they are named. */
function managedPolicies(resource: Stood, inputs: Named): Grant[] {
    const { urn, type } = resource;
    const isAttachment = type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    const arns = isAttachment
        ? [inputs.policyArn]
        : type === "aws:iam/role:Role"
          ? [inputs.managedPolicyArns].flat()
          : [];
    const principal = isAttachment ? principalNamed("AWS", String(inputs.role)) : labelOf(resource);
    return arns
        .filter((arn) => typeof arn === "string" && !arn.startsWith("${"))
        .map((arn) => ({
            effect: "Allow",
            principal,
            action: `whatever ${String(arn)} allows`,
            resource: "*",
            conditions: NONE,
            urn,
        }));
}

/** Lambda keeps its resource policy as one resource for each statement. */
function permissionOf({ type, urn }: Stood, inputs: Named): Grant[] {
    if (type !== "aws:lambda/permission:Permission") return [];
    const kind = String(inputs.principal).includes(".") ? "service" : "AWS";
    const tests = (["sourceArn", "sourceAccount", "principalOrgId", "functionUrlAuthType"] as const).flatMap((key) =>
        inputs[key] === undefined ? [] : [[`${key} is`, [String(inputs[key])]] as const],
    );
    return [
        {
            effect: "Allow",
            principal: principalNamed(kind, String(inputs.principal)),
            action: String(inputs.action),
            resource: String(inputs.function).replace(/^\$\{(.+)\.\w+\}$/, "$1"),
            conditions: new Map(tests),
            urn,
        },
    ];
}
