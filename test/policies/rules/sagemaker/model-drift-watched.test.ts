import { modelDriftWatched } from "../../../../policies/rules/sagemaker/model-drift-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alarm = (service: unknown = "train") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: "drift",
    props: { metricName: "largestDrift", dimensions: { service } },
});

describeRule(
    modelDriftWatched,
    [
        { title: "accepts an alarm on how far the world moved", beside: [alarm()], found: [] },
        {
            title: "rejects models whose drift nobody watches",
            found: ["drift: is watched by no alarm on largestDrift"],
        },
        {
            title: "rejects an alarm on what another function counts",
            beside: [alarm("score")],
            found: ["drift: is watched by no alarm on largestDrift"],
        },
        {
            title: "cannot decide while the function is unknown",
            beside: [alarm(unknown)],
            found: ["dimensions.service is unknown"],
        },
        { title: "leaves programs alone that are not the platform", alone: true, props: {}, found: [] },
    ],
    "compliance:platform:Platform",
);
