import { EVENT_INVOKE_CONFIG, FUNCTION } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const ENDS = ["onSuccess", "onFailure"];

export const lambdaEventResultHeard: StackRule = {
    name: "lambda-event-result-heard",
    scope: "stack",
    why: "Nobody waits for a run that is called by event: without a destination its failure is lost.",
    severity: "high",
    controls: ["pci:10.7.2", "nist:SI-4", "iso:A.8.16"],
    fix: "Send both results to a function of this stack, and let whoever counts attempts make the further ones",
    types: [EVENT_INVOKE_CONFIG],
    check(config, judge, graph) {
        for (const end of ENDS) {
            judge(config.at(`destinationConfig.${end}.destination`), (destination) => {
                if (destination.text() === undefined) return "is missing";
                const known = graph.ofType(FUNCTION).some((fn) => fn.at("arn").text() === destination.text());
                return known ? undefined : "is no function of this stack";
            });
        }
        judge(config.at("maximumRetryAttempts"), (most) =>
            most.number() === 0 ? undefined : "is not 0, so that a run is repeated behind the workflow's back",
        );
        judge(config.at("maximumEventAgeInSeconds"), (age) =>
            (age.number() ?? Number.POSITIVE_INFINITY) <= 300
                ? undefined
                : "lets a run begin when its attempt is nearly over",
        );
    },
};
