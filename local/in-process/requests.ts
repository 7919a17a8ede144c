import type { Alias } from "@pulumi/pulumi/proto/alias_pb.js";
import type { ReadResourceRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import type { Properties } from "../store/value.ts";
import type { FormerName, Site, Wanted } from "./resources.ts";

/** What a request of the SDK asks for. */
export function wantedBy(request: RegisterResourceRequest): Wanted {
    const inputs = propertiesIn(request.getObject());
    return {
        type: request.getType(),
        name: request.getName(),
        parent: request.getParent(),
        custom: request.getCustom(),
        inputs,
        protect: request.hasProtect() ? request.getProtect() : undefined,
        providerReference: request.getProvider(),
        providers: providersIn(request),
        version: request.getVersion(),
        propertyDependencies: dependenciesIn(request, inputs),
        additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
        ignoreChanges: request.getIgnorechangesList(),
        retainOnDelete: request.getRetainondelete() ?? false,
        aliases: [...request.getAliasurnsList().map((urn) => ({ urn })), ...request.getAliasesList().map(formerName)],
        site: siteIn(request),
    };
}

function formerName(alias: Alias): FormerName {
    const spec = alias.getSpec();
    if (spec === undefined) return { urn: alias.getUrn() };
    const [type, name, parent] = [spec.getType(), spec.getName(), spec.getParenturn()];
    return {
        ...(type !== "" && { type }),
        ...(name !== "" && { name }),
        ...(spec.getNoparent() ? { parent: "" } : parent !== "" && { parent }),
    };
}

function providersIn(request: RegisterResourceRequest): Record<string, string> {
    const providers: Record<string, string> = {};
    request.getProvidersMap().forEach((reference, name) => {
        providers[name] = reference;
    });
    return providers;
}

/** A request that does not tell properties apart means that each may depend on all. */
function dependenciesIn(request: RegisterResourceRequest, inputs: Properties): Record<string, readonly string[]> {
    const map = request.getPropertydependenciesMap();
    const dependencies: Record<string, readonly string[]> = {};
    map.forEach((on, property) => {
        dependencies[property] = on.getUrnsList();
    });
    if (map.getLength() > 0 || request.getRemote()) return dependencies;
    const all = request.getDependenciesList();
    return Object.fromEntries(Object.keys(inputs).map((property) => [property, all]));
}

export function propertiesIn(message: Struct | undefined): Properties {
    return (message?.toJavaScript() ?? {}) as Properties;
}

export function siteIn(request: RegisterResourceRequest | ReadResourceRequest): Site | undefined {
    const position = request.getSourceposition();
    if (position === undefined) return undefined;
    return { file: position.getUri(), line: position.getLine(), column: position.getColumn() };
}
