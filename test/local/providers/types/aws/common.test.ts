import assert from "node:assert/strict";
import { predicted, refusals } from "../../support/table-checks.ts";

describe("the tables of aws", () => {
    it("follow the region of the resource", () => {
        const { outputs } = predicted("aws:sqs/queue:Queue", { name: "bulk", region: "eu-central-1" });
        assert.equal(outputs.arn, "arn:aws:sqs:eu-central-1:111122223333:bulk");
        assert.equal(outputs.region, "eu-central-1");
    });

    it("refuse an absent required property", () => {
        assert.deepEqual(refusals("aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "Errors" }), [
            "comparisonOperator is required",
            "evaluationPeriods is required",
            "metricName also needs namespace, period, statistic or extendedStatistic",
            "threshold is required without a thresholdMetricId",
        ]);
    });

    it("refuse more tags than AWS takes, and those it keeps for itself", () => {
        const tags = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag-${index}`, ""]));
        assert.deepEqual(refusals("aws:sqs/queue:Queue", { tags }), ["tags must have at most 50 tags"]);
        assert.deepEqual(refusals("aws:sqs/queue:Queue", { tags: { "aws:x": "1" } }), [
            "tags must not use the reserved prefix aws:, as aws:x does",
        ]);
    });
});
