import { createHash } from "node:crypto";
import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { FederatedIdentityCredential } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { askingRole, BLOB_READER, BLOB_WRITER } from "../exchange/azure-roles.ts";
import { type EnvironmentTags, tagged } from "../tags.ts";
import { type Duty, GITHUB, type Pipelines, subjectsOf } from "./pipeline-subjects.ts";

export interface DeliveryIdentitiesArgs extends Pipelines {
    /** Azure location, such as `westeurope`. */
    location: string;
    /** The Azure subscription of the environment. */
    subscriptionId: string;
    /** Resource group for the identities themselves; must exist. */
    identityGroup: string;
    /** Resource groups of the platform; must exist. Without any, the identities may do nothing. */
    resourceGroups: string[];
    tags: EnvironmentTags;
}

/** Roles that Azure brings along, with ids that are the same everywhere. */
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
/** Gives and takes roles, which a contributor may not. */
const ACCESS_ADMINISTRATOR = "f58310d9-a9f6-439a-9e8d-f62e7b41a168";

/** As whom the pipelines act on Azure: one identity that reads and one that deploys, known by tokens of GitHub. */
export class DeliveryIdentities extends ComponentResource {
    /** Client ids that the pipelines log in with; no secrets. */
    readonly clientIds: Record<"reader" | "deployer", Output<string>>;

    constructor(name: string, args: DeliveryIdentitiesArgs, opts: ComponentResourceOptions = {}) {
        const { environment, location, subscriptionId, identityGroup, resourceGroups, tags } = args;
        super("compliance:bootstrap:DeliveryIdentities", name, {}, { ...opts, transformations: [tagged(tags)] });
        const child = { parent: this };
        const subscription = `/subscriptions/${subscriptionId}`;
        const subjects = subjectsOf(args);

        const identity = (purpose: string, duties: Duty[], given: GivenRole[]) => {
            const resourceName = `compliance-platform-${environment}-${purpose}`;
            const inGroup = { resourceGroupName: identityGroup, resourceName };
            const identity = new UserAssignedIdentity(purpose, { ...inGroup, location }, child);
            let last: UserAssignedIdentity | FederatedIdentityCredential = identity;
            for (const duty of duties) {
                const credential = {
                    ...inGroup,
                    federatedIdentityCredentialResourceName: duty,
                    issuer: `https://${GITHUB}`,
                    subject: subjects[duty],
                    audiences: ["api://AzureADTokenExchange"],
                };
                // Azure refuses two at once for the same identity.
                last = new FederatedIdentityCredential(duty, credential, { ...child, dependsOn: [last] });
            }
            for (const group of resourceGroups) {
                const scope = `${subscription}/resourceGroups/${group}`;
                for (const { role, of = purpose, only } of given) {
                    const assignment = {
                        scope,
                        roleAssignmentName: guidOf(scope, resourceName, role),
                        roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
                        principalId: identity.principalId,
                        // Else Azure looks for the identity before it is known everywhere.
                        principalType: "ServicePrincipal",
                        ...(only && { condition: onlyRoles(only(scope)), conditionVersion: "2.0" }),
                    };
                    new RoleAssignment(`${of}-${group}`, assignment, child);
                }
            }
            return identity.clientId;
        };
        this.clientIds = {
            reader: identity("reader", ["preview", "drift"], [{ role: READER }]),
            deployer: identity(
                "deployer",
                ["deploy"],
                [{ role: CONTRIBUTOR }, { role: ACCESS_ADMINISTRATOR, of: "deployer-gives", only: rolesOfTheProgram }],
            ),
        };
        this.registerOutputs({ clientIds: this.clientIds });
    }
}

interface GivenRole {
    role: string;
    /** What the assignment is called. Default: the identity's purpose. */
    of?: string;
    /** The roles that it may give and take by this one, in the group with this id. */
    only?: (groupId: string) => string[];
}

/** What the program assigns: to read and write blobs, and to ask the factory for runs. */
function rolesOfTheProgram(groupId: string): string[] {
    return [BLOB_READER, BLOB_WRITER, askingRole(groupId)];
}

/** https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples */
function onlyRoles(roles: string[]): string {
    const among = `RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${roles.join(", ")}}`;
    const unless = (action: string, of: string) =>
        `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/${action}'})) OR (@${of}[Microsoft.Authorization/roleAssignments:${among}))`;
    return `${unless("write", "Request")} AND ${unless("delete", "Resource")}`;
}

/** The same parts give the same GUID, so that an assignment keeps its name. */
function guidOf(...parts: string[]): string {
    const hex = createHash("sha256").update(parts.join("\n")).digest("hex");
    return [8, 4, 4, 4, 12].map((length, index) => hex.slice([0, 8, 12, 16, 20][index]).slice(0, length)).join("-");
}
