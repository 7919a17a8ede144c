import { CATALOG_TABLE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const gluePartitionsProjected: ResourceRule = {
    name: "glue-partitions-projected",
    scope: "resource",
    why: "A partition that nobody registers is left out of every report without a word.",
    severity: "high",
    controls: ["nist:SI-12", "iso:A.5.33"],
    fix: "Set projection.enabled to true, and the projection.<column>.type of each partition key",
    types: [CATALOG_TABLE],
    check(table, judge) {
        judge(table.at("partitionKeys"), (keys) => {
            const names = keys.items().map((key) => key.at("name").text() ?? "");
            if (names.length === 0) return undefined;
            const parameters = table.at("parameters");
            if (parameters.named("projection.enabled").text() !== "true") return "are not projected";
            const silent = names.find((name) => parameters.named(`projection.${name}.type`).text() === undefined);
            return silent === undefined ? undefined : `has ${silent}, whose projection has no type`;
        });
    },
};
