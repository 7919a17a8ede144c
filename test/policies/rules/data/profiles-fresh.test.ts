import { profilesFresh } from "../../../../policies/rules/data/profiles-fresh.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alarm = (metricName: string, service = "score") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: metricName,
    props: { metricName, dimensions: { service } },
});

describeRule(
    profilesFresh,
    [
        {
            title: "accepts alarms on the age and on what cannot be read",
            beside: [alarm("profileAgeHours"), alarm("profilesUnreadable")],
            found: [],
        },
        {
            title: "rejects profiles that nobody watches",
            found: ["freshness: is watched by no alarm on profileAgeHours, profilesUnreadable"],
        },
        {
            title: "rejects an alarm on what another function counts",
            beside: [alarm("profileAgeHours", "screen"), alarm("profilesUnreadable")],
            found: ["freshness: is watched by no alarm on profileAgeHours"],
        },
        {
            title: "cannot decide while the function is unknown",
            beside: [alarm("profileAgeHours", unknown)],
            found: ["dimensions.service is unknown"],
        },
        { title: "leaves programs alone that are not the platform", alone: true, props: {}, found: [] },
    ],
    "compliance:platform:Platform",
);
