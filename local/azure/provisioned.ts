import type { Assigned } from "./data-factory/resource-manager.ts";
import type { FederatedCredential } from "./entra/federation.ts";
import type { ManagedIdentity } from "./entra/managed-identity-token.ts";

/** A resource of the program, with every value known. */
export interface Provisioned {
    readonly type: string;
    readonly name: string;
    readonly id: string;
    readonly inputs: Readonly<Record<string, unknown>>;
    readonly outputs: Readonly<Record<string, unknown>>;
}

/** The resource of this type, of which the program has one. */
export function theOne(resources: readonly Provisioned[], type: string): Provisioned {
    const [found, ...more] = resources.filter((one) => one.type === type);
    if (found === undefined || more.length > 0) throw new Error(`the program should have one ${type}`);
    return found;
}

/** As whom the factory acts. */
export function factoryIdentity(resources: readonly Provisioned[], tenantId: string): ManagedIdentity {
    const factory = theOne(resources, "azure-native:datafactory:Factory");
    const { principalId } = factory.outputs.identity as { principalId: string };
    return { tenantId, principalId, clientId: "factory", resourceId: factory.id };
}

/** Who from outside of Azure may act as an identity of the program. */
export function credentialIn(resources: readonly Provisioned[], tenantId: string): FederatedCredential {
    const trust = theOne(resources, "azure-native:managedidentity:FederatedIdentityCredential").inputs;
    const identity = theOne(resources, "azure-native:managedidentity:UserAssignedIdentity");
    const { principalId, clientId } = identity.outputs as { principalId: string; clientId: string };
    return {
        identity: { tenantId, principalId, clientId, resourceId: identity.id },
        issuer: String(trust.issuer),
        subject: String(trust.subject),
        audiences: trust.audiences as string[],
    };
}

/** Who may do what with the factory, by the program's own role and its assignment. */
export function assignedIn(resources: readonly Provisioned[]): Assigned[] {
    const ofType = (type: string) => resources.filter((one) => one.type === `azure-native:authorization:${type}`);
    return ofType("RoleAssignment").flatMap(({ inputs }) => {
        const id = String(inputs.roleDefinitionId).split("/").at(-1);
        const role = ofType("RoleDefinition").find((one) => one.inputs.roleDefinitionId === id);
        const [{ actions = [] } = {}] = (role?.inputs.permissions ?? []) as { actions?: string[] }[];
        return { principalId: String(inputs.principalId), scope: String(inputs.scope), actions };
    });
}
