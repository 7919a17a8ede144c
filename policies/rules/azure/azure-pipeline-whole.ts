import { FACTORY_PIPELINE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const azurePipelineWhole: ResourceRule = {
    name: "azure-pipeline-whole",
    scope: "resource",
    why: "A copy repeated by itself sends rows twice in other batches, and one that fails unsaid leaves half a set.",
    severity: "high",
    controls: ["nist:SI-12", "sox:404-operations-1", "sox:404-operations-2", "iso:A.5.14"],
    fix: "Set retry and sinkRetryCount of each copy to 0, and let Web and Fail activities follow what fails",
    types: [FACTORY_PIPELINE],
    check(pipeline, judge) {
        const activities = pipeline.at("activities").items();
        const copies = activities.filter((activity) => activity.at("type").text() === "Copy");
        for (const copy of copies) {
            for (const place of ["policy.retry", "sink.sinkRetryCount"]) {
                judge(copy.at(place), (count) => (count.number() === 0 ? undefined : "is not 0"));
            }
            judge(copy.at("enableSkipIncompatibleRow"), (skips) =>
                skips.flag() === true ? "leaves rows out without a word" : undefined,
            );
        }
        judge(pipeline.at("activities"), () => {
            if (copies.length === 0) return undefined;
            const kinds = activities.map((activity) => activity.at("type").text());
            const onFailure = activities.some((activity) =>
                activity
                    .at("dependsOn")
                    .items()
                    .some((on) => on.at("dependencyConditions").texts().includes("Failed")),
            );
            return onFailure && kinds.includes("Fail") ? undefined : "tell nobody that a copy failed";
        });
    },
};
