import { OpenIdConnectProvider } from "@pulumi/aws/iam/openIdConnectProvider.js";
import { Policy } from "@pulumi/aws/iam/policy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { all, ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { BOUNDARY_NAME, BOUNDARY_PATH, boundaryArn, DELIVERY_PATH } from "../security/role-place.ts";
import { type EnvironmentTags, tagged } from "../tags.ts";
import { deliveryPolicies, policyDocument } from "./delivery-policies.ts";
import { boundary } from "./permissions/boundary.ts";
import { lookForDrift } from "./permissions/drift.ts";
import { readState, writeState } from "./permissions/state.ts";
import type { Place } from "./permissions/statement.ts";
import { type Duty, GITHUB, type Pipelines, subjectsOf } from "./pipeline-subjects.ts";
import type { StateBackend } from "./state-backend.ts";

export interface DeliveryRolesArgs extends Place, Pipelines {
    /** Whether this stack owns the account's trust in GitHub; else it is expected to be there. */
    ownsProvider: boolean;
    /** Regions that no role leaves. */
    regions: string[];
    /** Name of the Pulumi project that the pipelines run. */
    project: string;
    /** Where its state is. */
    state: StateBackend;
    tags: EnvironmentTags;
}

/** What each pipeline does, and for how many seconds its credentials hold. */
const DUTIES: Record<Duty, { description: string; seconds: number }> = {
    preview: { description: "Shows what a pull request would change", seconds: 3600 },
    drift: { description: "Compares the account with the program", seconds: 3600 },
    deploy: { description: "Brings the account to what the program says", seconds: 7200 },
};

/** As whom the pipelines act on AWS: one role for each duty, taken on by a token of GitHub, without any stored secret. */
export class DeliveryRoles extends ComponentResource {
    /** The ARNs that the pipelines name. */
    readonly arns: Record<Duty, Output<string>>;

    constructor(name: string, args: DeliveryRolesArgs, opts: ComponentResourceOptions = {}) {
        const { accountId, environment, project, ownsProvider, regions, state, tags } = args;
        super("compliance:bootstrap:DeliveryRoles", name, {}, { ...opts, transformations: [tagged(tags)] });
        const kept = { parent: this, protect: true };

        const trust = { url: `https://${GITHUB}`, clientIdLists: ["sts.amazonaws.com"] };
        const provider = ownsProvider ? [new OpenIdConnectProvider("github", trust, kept)] : [];
        const known = all([state.key.arn, state.secretsKey.arn]).apply(([key, secretsKey]) => ({
            bucket: state.bucket,
            project,
            stack: environment,
            key,
            secretsKey,
        }));
        const limit = new Policy(
            "boundary",
            {
                name: BOUNDARY_NAME,
                path: BOUNDARY_PATH,
                description: "What no role of the platform or of its pipelines can do",
                policy: known.apply((of) => policyDocument(boundary(accountId, regions, of))),
            },
            kept,
        );
        const policies = deliveryPolicies(this, args);
        const subjects = subjectsOf(args);

        const roleFor = (duty: Duty) => {
            const { description, seconds } = DUTIES[duty];
            const role = new Role(
                duty,
                {
                    name: `${environment}-${duty}`,
                    path: DELIVERY_PATH,
                    description,
                    maxSessionDuration: seconds,
                    permissionsBoundary: boundaryArn(accountId),
                    assumeRolePolicy: policyDocument([
                        {
                            Effect: "Allow",
                            Principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/${GITHUB}` },
                            Action: "sts:AssumeRoleWithWebIdentity",
                            Condition: {
                                StringEquals: {
                                    [`${GITHUB}:aud`]: "sts.amazonaws.com",
                                    [`${GITHUB}:sub`]: subjects[duty],
                                },
                            },
                        },
                    ]),
                },
                { parent: this, dependsOn: [limit, ...provider] },
            );
            const ofState = duty === "deploy" ? writeState : readState;
            const policy = known.apply((of) => policyDocument(ofState(of)));
            new RolePolicy(`${duty}-state`, { role: role.name, policy }, { parent: this });
            if (duty === "drift") {
                const look = policyDocument(lookForDrift(args));
                new RolePolicy("drift-look", { role: role.name, policy: look }, { parent: this });
            }
            const attached = duty === "deploy" ? [...policies.read, ...policies.write] : policies.read;
            for (const [index, { arn }] of attached.entries()) {
                const attachment = { role: role.name, policyArn: arn };
                new RolePolicyAttachment(`${duty}-${index + 1}`, attachment, { parent: this });
            }
            return role.arn;
        };
        this.arns = { preview: roleFor("preview"), drift: roleFor("drift"), deploy: roleFor("deploy") };
        this.registerOutputs({ arns: this.arns });
    }
}
