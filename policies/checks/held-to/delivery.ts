import type { Resource } from "../../core/resource.ts";

/** Whether it belongs to the roles by which pipelines deploy: those make what the rules judge, within their own boundary. */
export function isDelivery({ urn }: Resource): boolean {
    return (
        urn.includes("::compliance:bootstrap:DeliveryRoles$") || urn.includes("$compliance:bootstrap:DeliveryRoles$")
    );
}
