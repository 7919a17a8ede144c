import { oursOf, TRUSTED } from "../../checks/foreign/ours.ts";
import { ACTION_GROUP, KEY, METRIC_ALERT, SECRET, TABLE } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** What Azure keeps in no region: the alerts themselves, never the data they are about. */
const PLACELESS = [ACTION_GROUP, METRIC_ALERT];

export const regionsOurs: ResourceRule = {
    name: "regions-ours",
    scope: "resource",
    why: "A copy in another region is data that the bank agreed with nobody to keep there, and no rule of the region holds.",
    severity: "high",
    controls: ["nist:SA-9(5)", "iso:A.5.23", "iso:A.5.34"],
    fix: `Keep it, and every copy of it, in the regions of ${TRUSTED}`,
    types: (type) => /^(aws|azure-native):/.test(type),
    check(resource, judge) {
        const ours = oursOf(resource);
        if (!ours) return;
        for (const place of placesOf(resource)) {
            judge(place, (value) => {
                const name = value.text()?.toLowerCase().replaceAll(" ", "");
                if (name === undefined || (name === "global" && PLACELESS.includes(resource.type))) return undefined;
                return ours.regions.has(name) ? undefined : `is ${name}, in which nothing of ours may be`;
            });
        }
        if (resource.type !== KEY) return;
        judge(resource.at("multiRegion"), (multi) =>
            multi.flag() === true ? "lets the key be copied into any region" : undefined,
        );
    },
};

function placesOf(resource: Resource): Value[] {
    if (resource.type.startsWith("azure-native:")) return [resource.at("location")];
    const copies = [TABLE, SECRET].includes(resource.type) ? resource.at("replicas").items() : [];
    return [resource.at("region"), ...copies.map((copy) => copy.at(resource.type === TABLE ? "regionName" : "region"))];
}
