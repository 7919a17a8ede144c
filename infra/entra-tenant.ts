import type { Fault } from "../stacks/fault.ts";
import type { Settings } from "../stacks/settings.ts";
import { guid } from "./written.ts";

/** The tenant in which `@pulumi/azuread` works, as `Pulumi.<stack>.yaml` says it. */
export const ENTRA_TENANT = "azuread:tenantId";

/** Whoever makes the application in Entra must make it in the tenant whose tokens AWS takes. */
export function entraFaults(stack: string, { account }: Settings, written: Record<string, unknown>): Fault[] {
    const { [ENTRA_TENANT]: value, "azure-native:tenantId": tenant } = written;
    if (account?.ownsEntraApplication !== true || value === tenant || !guid.safeParse(tenant).success) return [];
    const expected = `the same as azure-native:tenantId, since stacks/${stack}.ts says that this stack owns the application in Entra`;
    return [{ path: ENTRA_TENANT, value, expected }];
}
