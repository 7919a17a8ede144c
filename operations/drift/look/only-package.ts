import { type Exported, packageOf, type StateResource } from "../state/deployment.ts";

/** A state with what one package of providers manages, and with what holds it together. */
export function onlyPackage(sealed: string, name: string): string {
    const exported = JSON.parse(sealed) as Exported;
    const { deployment } = exported;
    const kept = (deployment.resources ?? []).filter((resource) => belongs(resource, name));
    const urns = new Set(kept.map(({ urn }) => urn));
    const resources = kept.map((resource) => withoutOthers(resource, urns));
    return JSON.stringify({ ...exported, deployment: { ...deployment, resources, pending_operations: [] } });
}

function belongs({ type, custom }: StateResource, name: string): boolean {
    if (custom !== true) return true;
    return packageOf(type) === name || type === `pulumi:providers:${name}`;
}

/** The engine refuses a state in which a resource depends on one that is not there. */
function withoutOthers(resource: StateResource, urns: ReadonlySet<string>): StateResource {
    const { dependencies = [], propertyDependencies = {}, deletedWith, ...rest } = resource;
    return {
        ...rest,
        dependencies: dependencies.filter((urn) => urns.has(urn)),
        propertyDependencies: Object.fromEntries(
            Object.entries(propertyDependencies).map(([property, on]) => [property, on.filter((urn) => urns.has(urn))]),
        ),
        ...(deletedWith !== undefined && urns.has(deletedWith) && { deletedWith }),
    };
}
