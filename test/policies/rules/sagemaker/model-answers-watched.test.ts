import { modelAnswersWatched } from "../../../../policies/rules/sagemaker/model-answers-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alarm = (metricName: string, service = "score") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: metricName,
    props: { metricName, dimensions: { service } },
});

describeRule(
    modelAnswersWatched,
    [
        {
            title: "accepts alarms on what the rules decide for now and for good",
            beside: [alarm("scoredByRules"), alarm("leftToRules")],
            found: [],
        },
        {
            title: "rejects an endpoint whose answers nobody misses",
            found: ["answers: are watched by no alarm on scoredByRules, leftToRules"],
        },
        {
            title: "rejects an alarm on what another function counts",
            beside: [alarm("scoredByRules", "screen"), alarm("leftToRules")],
            found: ["answers: are watched by no alarm on scoredByRules"],
        },
        {
            title: "cannot decide while the function is unknown",
            beside: [alarm("scoredByRules", unknown)],
            found: ["dimensions.service is unknown"],
        },
        { title: "leaves programs alone that are not the platform", alone: true, props: {}, found: [] },
    ],
    "compliance:platform:Platform",
);
