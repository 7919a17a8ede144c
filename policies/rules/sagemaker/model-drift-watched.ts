import { isThePlatform } from "../../checks/held-to/of-the-platform.ts";
import { unwatched } from "../../checks/links/function-metrics.ts";
import { MODEL_GROUP } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

/** What the step that prepares the training counts: how far scores and features moved from what the model learnt. */
const COUNTED = ["largestDrift"];

export const modelDriftWatched: StackRule = {
    name: "model-drift-watched",
    scope: "stack",
    why: "A model grows stale without failing: the world moves away from what it learnt, and fraud goes unseen.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2"],
    fix: `Raise an alarm on ${COUNTED.join(" and ")} of the service train`,
    types: [MODEL_GROUP],
    check(group, judge, graph) {
        if (!isThePlatform(graph)) return;
        judge(group.at("drift"), () => {
            const missing = unwatched(graph, "train", COUNTED);
            return missing.length === 0 ? undefined : `is watched by no alarm on ${missing.join(", ")}`;
        });
    },
};
