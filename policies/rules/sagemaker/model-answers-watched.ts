import { isThePlatform } from "../../checks/held-to/of-the-platform.ts";
import { unwatched } from "../../checks/links/function-metrics.ts";
import { MODEL_ENDPOINT } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

/** What the step that asks the model counts where it gets no answer, at once and for good. */
const COUNTED = ["scoredByRules", "leftToRules"];

export const modelAnswersWatched: StackRule = {
    name: "model-answers-watched",
    scope: "stack",
    why: "Without the model's answer the rules decide and nothing fails: fraud that only the model finds goes unseen.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-2"],
    fix: `Raise an alarm each on ${COUNTED.join(" and ")} of the service score`,
    types: [MODEL_ENDPOINT],
    check(endpoint, judge, graph) {
        if (!isThePlatform(graph)) return;
        judge(endpoint.at("answers"), () => {
            const missing = unwatched(graph, "score", COUNTED);
            return missing.length === 0 ? undefined : `are watched by no alarm on ${missing.join(", ")}`;
        });
    },
};
