import { apiThrottled } from "../../../../policies/rules/api/api-throttled.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const limits = (throttlingRateLimit: unknown, throttlingBurstLimit: unknown) => ({
    defaultRouteSettings: { throttlingRateLimit, throttlingBurstLimit },
});
const WRONG = (name: string) => `defaultRouteSettings.${name}: is not from 1 to 1000`;

describeRule(apiThrottled, [
    { title: "accepts a limit", props: limits(20, 40), found: [] },
    {
        title: "rejects a stage without limits",
        props: {},
        found: [WRONG("throttlingRateLimit"), WRONG("throttlingBurstLimit")],
    },
    {
        title: "rejects a limit of zero, which AWS takes for none",
        props: limits(0, 40),
        found: [WRONG("throttlingRateLimit")],
    },
    { title: "rejects a limit that limits nothing", props: limits(20, 5000), found: [WRONG("throttlingBurstLimit")] },
    {
        title: "cannot decide while a limit is unknown",
        props: limits(unknown, 40),
        found: ["defaultRouteSettings.throttlingRateLimit is unknown"],
    },
]);
