import { labelOf } from "../../baselines/planned.ts";
import type { Stood } from "../change.ts";
import type { Named } from "../named.ts";
import type { Grant } from "./grant.ts";

/** Roles that come with Azure and that a platform meets, by the last part of their id. */
const BUILT_IN: Readonly<Record<string, string>> = {
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
    "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
    "acdd72a7-3385-48ef-bd42-f606fba81ae7": "Reader",
    "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
    "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "Storage Blob Data Contributor",
    "b7e6dc6d-f1e8-4753-8033-0f276bb0955b": "Storage Blob Data Owner",
    "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1": "Storage Blob Data Reader",
    "673868aa-7521-48a0-acc6-0f60742d39f5": "Data Factory Contributor",
};

/** What assignments of roles and federated credentials of Azure and Entra allow. */
export function azureGrants(resource: Stood, inputs: Named, resources: readonly Stood[]): Grant[] {
    const kind = resource.type.split(":").at(-1) ?? "";
    const grant = (principal: string, action: string, on: string): Grant => ({
        effect: "Allow",
        principal,
        action,
        resource: on,
        conditions: new Map(),
        urn: resource.urn,
    });
    if (kind === "RoleAssignment") {
        const who = identityWith(String(inputs.principalId), resources);
        const scope = String(inputs.scope).replace(/^\$\{(.+)\.\w+\}$/, "$1");
        return actionsOf(String(inputs.roleDefinitionId), resources).map((action) => grant(who, action, scope));
    }
    if (/FederatedIdentityCredential$/.test(kind)) {
        const identity = String(inputs.resourceName ?? inputs.applicationId);
        const whose = identity.replace(/^\$\{(.+)\.\w+\}$/, "$1");
        return [grant(`${String(inputs.subject)} of ${String(inputs.issuer)}`, "sign in as it", whose)];
    }
    return [];
}

/** The identity whose principal this is, by the name it has in the program. */
function identityWith(principalId: string, resources: readonly Stood[]): string {
    const one = resources.find(({ outputs }) => {
        const { principalId: own, identity } = outputs as {
            principalId?: unknown;
            identity?: { principalId?: unknown };
        };
        return own === principalId || identity?.principalId === principalId;
    });
    return one === undefined ? `principal ${principalId}` : labelOf(one);
}

/** A role of the program's own is what it allows; any other is its name. */
function actionsOf(roleDefinitionId: string, resources: readonly Stood[]): string[] {
    const id = roleDefinitionId.split("/").at(-1) ?? "";
    const own = resources.find(
        ({ type, inputs }) => type.endsWith(":RoleDefinition") && String(inputs.roleDefinitionId ?? "") === id,
    );
    const permissions = [own?.inputs.permissions].flat().filter((one) => one instanceof Object);
    const actions = permissions.flatMap((one) => {
        const {
            actions = [],
            dataActions = [],
            notActions = [],
            notDataActions = [],
        } = one as Record<string, string[]>;
        const but = [...notActions, ...notDataActions];
        const words = [...actions, ...dataActions];
        return but.length > 0 ? words.map((word) => `${word} but ${but.join(", ")}`) : words;
    });
    return actions.length > 0 ? actions : [`whatever the role ${BUILT_IN[id] ?? id} allows`];
}
