import { isObject, type Properties, type Value } from "../../../store/value.ts";
import { type Check, each, when } from "../../checks/check.ts";
import { mostItems, oneOf, pattern, range, required } from "../../checks/common.ts";
import type { TypeDefinition, TypeTable } from "../definition.ts";
import { azureName, identityOf, located, resourceId, tagChecks } from "./common.ts";
import { activityChecks } from "./datafactory-activities.ts";
import { location } from "./locations.ts";

/** How a linked service to blobs or a REST service may prove who it is. */
const AUTHENTICATION = [
    "AadServicePrincipal",
    "AccountKey",
    "Anonymous",
    "Basic",
    "ManagedServiceIdentity",
    "Msi",
    "OAuth2ClientCredential",
    "SasUri",
    "ServicePrincipal",
];

/** Data Factory takes no dash in the names of linked services and data sets. */
const partName = (property: string, dash: boolean) =>
    azureName({
        property,
        minLength: 1,
        maxLength: dash ? 140 : 260,
        pattern: dash ? /^[A-Za-z0-9_][\w -]*$/ : /^[A-Za-z0-9_][\w ]*$/,
        allowed: `letters, digits, _${dash ? ", -" : ""} and spaces`,
    });

/** Something inside a factory. */
function part(kind: string, nameProperty: string, checks: readonly Check[], dash = false): TypeDefinition {
    return {
        name: partName(nameProperty, dash),
        id: (one) =>
            resourceId(one, `Microsoft.DataFactory/factories/${one.text("factoryName")}/${kind}/${one.physicalName}`),
        outputs: (one) => ({
            name: one.physicalName,
            type: `Microsoft.DataFactory/factories/${kind}`,
            etag: one.uuid("etag"),
        }),
        replaceOn: [nameProperty, "resourceGroupName", "factoryName"],
        checks: [required("resourceGroupName", "factoryName"), ...checks],
    };
}

export const datafactory: TypeTable = {
    "azure-native:datafactory:CredentialOperation": part(
        "credentials",
        "credentialName",
        [
            required("properties.type"),
            oneOf("properties.type", ["ManagedIdentity", "ServicePrincipal"]),
            pattern(
                "properties.resourceId",
                /\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\//i,
                "the id of a user-assigned identity",
            ),
        ],
        true,
    ),
    "azure-native:datafactory:LinkedService": part("linkedservices", "linkedServiceName", [
        required("properties.type"),
        pattern("properties.url", /^https?:\/\/\S+$/, "an address"),
        oneOf("properties.authenticationType", AUTHENTICATION),
    ]),
    "azure-native:datafactory:Dataset": part("datasets", "datasetName", [
        required("properties.type", "properties.linkedServiceName"),
        oneOf("properties.linkedServiceName.type", ["LinkedServiceReference"]),
        oneOf("properties.requestMethod", ["GET", "POST"]),
    ]),
    "azure-native:datafactory:Pipeline": part(
        "pipelines",
        "pipelineName",
        [
            range("concurrency", 1, 50, "runs"),
            mostItems("activities", 120),
            required("activities[*].name", "activities[*].type"),
            when(["activities"], "activities", activitiesFault),
            ...activityChecks,
        ],
        true,
    ),
    "azure-native:datafactory:Factory": {
        name: azureName({
            property: "factoryName",
            minLength: 3,
            maxLength: 63,
            pattern: /^[A-Za-z0-9](-?[A-Za-z0-9])*$/,
            allowed: "letters, digits and single dashes inside",
        }),
        id: (factory) => resourceId(factory, `Microsoft.DataFactory/factories/${factory.physicalName}`),
        outputs: (factory) => ({
            ...identityOf(factory),
            name: factory.physicalName,
            type: "Microsoft.DataFactory/factories",
            provisioningState: "Succeeded",
            version: "2018-06-01",
            publicNetworkAccess: "Enabled",
        }),
        defaults: located,
        replaceOn: ["factoryName", "resourceGroupName", "location"],
        checks: [
            required("resourceGroupName", "location"),
            location,
            oneOf("publicNetworkAccess", ["Enabled", "Disabled"]),
            oneOf("identity.type", ["SystemAssigned", "UserAssigned", "SystemAssigned,UserAssigned"]),
            // The SDK lets anything through here; Azure's API wants a map of empty objects by id.
            each("identity.userAssignedIdentities", (given) =>
                isObject(given)
                    ? undefined
                    : "must be a map whose keys are the ids of the identities, such as { [identity.id]: {} }",
            ),
            ...tagChecks,
        ],
    },
};

/** Names must differ, and who waits for another must name one that is there. */
function activitiesFault({ activities }: Properties): string | undefined {
    if (!Array.isArray(activities)) return undefined;
    const names = activities.map((activity) => String(field(activity, "name")));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) return `must have different names, and two are called ${twice}`;
    for (const activity of activities) {
        const on = field(activity, "dependsOn");
        if (!Array.isArray(on)) continue;
        const awaited = on.map((one) => String(field(one, "activity")));
        if (awaited.includes(String(field(activity, "name")))) {
            return `must not wait for themselves, as ${String(field(activity, "name"))} does`;
        }
        const missing = awaited.find((name) => !names.includes(name));
        if (missing !== undefined)
            return `must have the one that ${String(field(activity, "name"))} waits for: ${missing}`;
    }
    return undefined;
}

function field(value: Value | undefined, name: string): Value | undefined {
    return isObject(value) ? value[name] : undefined;
}
