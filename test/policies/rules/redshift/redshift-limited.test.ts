import { redshiftLimited } from "../../../../policies/rules/redshift/redshift-limited.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const time = (parameterValue: string) => [{ parameterKey: "max_query_execution_time", parameterValue }];
const props = { arn: "arn:it", maxCapacity: 8, configParameters: time("3600") };
const limit = (changes: object = {}) => ({
    type: "aws:redshiftserverless/usageLimit:UsageLimit",
    name: "limit",
    props: { resourceArn: "arn:it", usageType: "serverless-compute", breachAction: "deactivate", ...changes },
});
const NONE = "arn: has no usage limit on its compute";

describeRule(redshiftLimited, [
    { title: "accepts a limit on each", props, beside: [limit()], found: [] },
    {
        title: "rejects a workgroup without any",
        props: { arn: "arn:it" },
        found: [NONE, "maxCapacity: is not set", "configParameters: does not end queries after a time"],
    },
    {
        title: "rejects a limit of another workgroup",
        props,
        beside: [limit({ resourceArn: "arn:else" })],
        found: [NONE],
    },
    {
        title: "rejects a limit on something else",
        props,
        beside: [limit({ usageType: "cross-region-datasharing" })],
        found: [NONE],
    },
    {
        title: "rejects a limit that only a log tells of",
        props,
        beside: [limit({ breachAction: "log" })],
        found: ["arn: has a usage limit that nobody hears of"],
    },
    {
        title: "rejects queries without an end",
        props: { ...props, configParameters: time("0") },
        beside: [limit()],
        found: ["configParameters: does not end queries after a time"],
    },
    {
        title: "cannot decide while the workgroup of a limit is unknown",
        props,
        beside: [limit({ resourceArn: unknown })],
        found: ["resourceArn is unknown"],
    },
]);
