import type { Value } from "../../core/value.ts";

/** The properties of each dashboard of QuickSight in a template of CloudFormation. */
export function dashboardsIn(template: Value): Value[] {
    const resources = template.json().at("Resources");
    return resources
        .keys()
        .map((name) => resources.named(name))
        .filter((resource) => resource.at("Type").text() === "AWS::QuickSight::Dashboard")
        .map((resource) => resource.at("Properties"));
}
