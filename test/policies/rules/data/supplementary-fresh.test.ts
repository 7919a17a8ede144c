import { supplementaryFresh } from "../../../../policies/rules/data/supplementary-fresh.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alarm = (set: string, changes: object = {}) => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: set,
    props: {
        metricName: "completed",
        dimensions: { set },
        comparisonOperator: "LessThanThreshold",
        treatMissingData: "breaching",
        ...changes,
    },
});
const [RATINGS, SANCTIONS] = ["customer-risk-ratings", "sanctions-list"] as const;
const OTHERS = ["politically-exposed-persons", "device-reputation"];
const others = OTHERS.map((set) => alarm(set));
const UNWATCHED = (set: string) => `freshness: of ${set} is watched by no alarm`;

describeRule(
    supplementaryFresh,
    [
        {
            title: "accepts an alarm for each set",
            props: {},
            beside: [...others, alarm(RATINGS), alarm(SANCTIONS)],
            found: [],
        },
        { title: "rejects sets that nobody misses", props: {}, found: [RATINGS, SANCTIONS, ...OTHERS].map(UNWATCHED) },
        {
            title: "rejects one set without",
            props: {},
            beside: [...others, alarm(RATINGS)],
            found: [UNWATCHED(SANCTIONS)],
        },
        {
            title: "rejects an alarm that takes silence for good news",
            props: {},
            beside: [...others, alarm(RATINGS), alarm(SANCTIONS, { treatMissingData: "notBreaching" })],
            found: [UNWATCHED(SANCTIONS)],
        },
        {
            title: "rejects an alarm on something else",
            props: {},
            beside: [...others, alarm(RATINGS), alarm(SANCTIONS, { metricName: "" })],
            found: [UNWATCHED(SANCTIONS)],
        },
        {
            title: "cannot decide while the dimensions are unknown",
            props: {},
            beside: [...others, alarm(RATINGS, { dimensions: unknown })],
            found: ["dimensions.set is unknown"],
        },
        { title: "leaves programs alone that are not the platform", alone: true, props: {}, found: [] },
    ],
    "compliance:platform:Platform",
);
