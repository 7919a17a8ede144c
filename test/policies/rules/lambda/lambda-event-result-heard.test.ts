import { lambdaEventResultHeard } from "../../../../policies/rules/lambda/lambda-event-result-heard.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const worker = { type: "aws:lambda/function:Function", name: "work", props: { arn: "arn:work" } };
const props = (changes: object = {}) => ({
    maximumRetryAttempts: 0,
    maximumEventAgeInSeconds: 60,
    destinationConfig: { onSuccess: { destination: "arn:work" }, onFailure: { destination: "arn:work" } },
    ...changes,
});
const destinations = (onSuccess: unknown, onFailure: unknown) => ({
    destinationConfig: { onSuccess: { destination: onSuccess }, onFailure: { destination: onFailure } },
});
const late = "maximumEventAgeInSeconds: lets a run begin when its attempt is nearly over";
const again = "maximumRetryAttempts: is not 0, so that a run is repeated behind the workflow's back";

describeRule(lambdaEventResultHeard, [
    { title: "accepts results that go to a function", props: props(), beside: [worker], found: [] },
    {
        title: "rejects AWS's defaults",
        props: {},
        found: [
            "destinationConfig.onSuccess.destination: is missing",
            "destinationConfig.onFailure.destination: is missing",
            again,
            late,
        ],
    },
    {
        title: "rejects results that go elsewhere",
        props: props(destinations("arn:work", "arn:else")),
        beside: [worker],
        found: ["destinationConfig.onFailure.destination: is no function of this stack"],
    },
    { title: "rejects retries", props: props({ maximumRetryAttempts: 2 }), beside: [worker], found: [again] },
    { title: "rejects late runs", props: props({ maximumEventAgeInSeconds: 3600 }), beside: [worker], found: [late] },
    {
        title: "cannot decide while a destination is unknown",
        props: props(destinations(unknown, "arn:work")),
        beside: [worker],
        found: ["destinationConfig.onSuccess.destination is unknown"],
    },
]);
