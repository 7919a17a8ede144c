import { lambdaLoopsBounded } from "../../../../policies/rules/lambda/lambda-loops-bounded.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const fn = (variables?: object) => ({
    type: "aws:lambda/function:Function",
    name: "score",
    props: { name: "score-1", ...(variables && { environment: { variables } }) },
});
const allowed = { functionName: "score-1", recursiveLoop: "Allow" };
const without = "recursiveLoop: is Allow, and the function has no LOOP_HOURS of 1 to 336";

describeRule(lambdaLoopsBounded, [
    { title: "accepts a loop that the function ends", props: allowed, beside: [fn({ LOOP_HOURS: "24" })], found: [] },
    { title: "accepts Lambda's own end of loops", props: { ...allowed, recursiveLoop: "Terminate" }, found: [] },
    { title: "has nothing to say about an absent value", props: {}, found: [] },
    { title: "rejects a loop without an end", props: allowed, beside: [fn({ OTHER: "1" })], found: [without] },
    { title: "rejects it of a function without an environment", props: allowed, beside: [fn()], found: [without] },
    { title: "rejects an empty end", props: allowed, beside: [fn({ LOOP_HOURS: "" })], found: [without] },
    {
        title: "rejects an end after the last message is gone",
        props: allowed,
        beside: [fn({ LOOP_HOURS: "337" })],
        found: [without],
    },
    {
        title: "rejects a loop of a function that is not of this stack",
        props: { ...allowed, functionName: "other" },
        beside: [fn({ LOOP_HOURS: "24" })],
        found: ["recursiveLoop: is Allow for no function of this stack"],
    },
    {
        title: "cannot decide while the setting is unknown",
        props: { ...allowed, recursiveLoop: unknown },
        beside: [fn({ LOOP_HOURS: "24" })],
        found: ["recursiveLoop is unknown"],
    },
]);
