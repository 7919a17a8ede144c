import { ACTION_GROUP, METRIC_ALERT } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** Regions of both clouds inside the European Union, where the bank's data has to stay. */
const AWS = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"];
const AZURE = [
    "francecentral",
    "germanywestcentral",
    "italynorth",
    "northeurope",
    "polandcentral",
    "spaincentral",
    "swedencentral",
    "westeurope",
];

/** What Azure keeps in no region: the alerts themselves, never the data they are about. */
const PLACELESS = [ACTION_GROUP, METRIC_ALERT];

export const dataStaysInJurisdiction: ResourceRule = {
    name: "data-stays-in-jurisdiction",
    scope: "resource",
    why: "Data about customers may not leave the European Union, on either cloud.",
    severity: "high",
    controls: ["nist:SA-9(5)", "iso:A.5.23", "iso:A.5.34"],
    fix: `Use one of ${AWS.join(", ")} on AWS and of ${AZURE.join(", ")} on Azure`,
    types: (type) => /^(pulumi:providers:)?(aws|azure-native)(:|$)/.test(type) && !type.startsWith("aws:iam/"),
    check(resource, judge) {
        const azure = resource.type.includes("azure-native");
        const place = placeOf(resource, azure ? "location" : "region");
        judge(place, (value) => {
            const name = value.text()?.toLowerCase().replaceAll(" ", "");
            // Children on Azure live where their parent lives.
            if (name === undefined || (name === "global" && PLACELESS.includes(resource.type))) return undefined;
            return (azure ? AZURE : AWS).includes(name) ? undefined : `is ${name}, outside the European Union`;
        });
    },
};

function placeOf(resource: Resource, property: string): Value {
    const own = resource.at(property);
    if (!own.isKnown() || own.text() !== undefined) return own;
    return resource.type.startsWith("pulumi:") ? own : resource.provider(property);
}
