import type { BlobAccountSettings } from "./blob-account.ts";

interface Provisioned {
    readonly type: string;
    readonly id: string;
    readonly inputs: Readonly<Record<string, unknown>>;
    readonly outputs: Readonly<Record<string, unknown>>;
}

/** Azure's own role that reads blobs. */
const BLOB_READER = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";

/** The storage account among the resources of the program: its firewall, and the roles given on its containers. */
export function accountOf(resources: readonly Provisioned[], tenantId: string): BlobAccountSettings {
    const ofType = (type: string) => resources.filter((one) => one.type === `azure-native:${type}`);
    const [account, ...more] = ofType("storage:StorageAccount");
    if (account === undefined || more.length > 0) throw new Error("the program should have one storage account");
    const { defaultAction, resourceAccessRules } = account.inputs.networkRuleSet as {
        defaultAction: string;
        resourceAccessRules: { resourceId: string }[];
    };
    if (defaultAction !== "Deny") throw new Error("the firewall of the storage account should deny by default");
    const readers = ofType("storage:BlobContainer").map(({ id, inputs }): [string, string[]] => {
        const roles = ofType("authorization:RoleAssignment").filter(
            (one) => one.inputs.scope === id && String(one.inputs.roleDefinitionId).endsWith(BLOB_READER),
        );
        return [String(inputs.containerName), roles.map((one) => String(one.inputs.principalId))];
    });
    return {
        endpoint: `https://${account.outputs.name ?? account.inputs.accountName}.blob.core.windows.net/`,
        tenantId,
        admitted: resourceAccessRules.map(({ resourceId }) => resourceId),
        readers: new Map(readers),
    };
}
