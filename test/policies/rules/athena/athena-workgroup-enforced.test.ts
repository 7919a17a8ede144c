import { athenaWorkgroupEnforced } from "../../../../policies/rules/athena/athena-workgroup-enforced.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const [ENFORCED, METRICS] = [
    "configuration.enforceWorkgroupConfiguration",
    "configuration.publishCloudwatchMetricsEnabled",
];

describeRule(athenaWorkgroupEnforced, [
    {
        title: "accepts both on",
        props: { configuration: { enforceWorkgroupConfiguration: true, publishCloudwatchMetricsEnabled: true } },
        found: [],
    },
    { title: "accepts what Athena has by default", props: {}, found: [] },
    {
        title: "rejects both off",
        props: { configuration: { enforceWorkgroupConfiguration: false, publishCloudwatchMetricsEnabled: false } },
        found: [`${ENFORCED}: is off`, `${METRICS}: is off`],
    },
    {
        title: "judges the metrics while the other is unknown",
        props: { configuration: { enforceWorkgroupConfiguration: unknown, publishCloudwatchMetricsEnabled: false } },
        found: [`${ENFORCED} is unknown`, `${METRICS}: is off`],
    },
]);
