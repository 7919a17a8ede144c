import { quicksightSubscriptionKept } from "../../../../policies/rules/quicksight/quicksight-subscription-kept.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const props = { edition: "ENTERPRISE", authenticationMethod: "IAM_ONLY" };
const protect = true;
const PLAIN = "edition: has no permissions about rows";
const PASSWORDS = "authenticationMethod: lets people in by a password that QuickSight keeps";

describeRule(quicksightSubscriptionKept, [
    {
        title: "accepts a protected subscription of the larger edition, by the bank's sign-in",
        props,
        protect,
        found: [],
    },
    {
        title: "rejects one that a destroy takes along, in every stack",
        props,
        stack: "dev",
        found: ["protect: is not set"],
    },
    { title: "rejects the smaller edition", props: { ...props, edition: "STANDARD" }, protect, found: [PLAIN] },
    {
        title: "rejects passwords",
        props: { ...props, authenticationMethod: "IAM_AND_QUICKSIGHT" },
        protect,
        found: [PASSWORDS],
    },
    { title: "rejects one that says nothing", props: {}, protect, found: [PLAIN, PASSWORDS] },
    {
        title: "cannot decide on an unknown edition",
        props: { ...props, edition: unknown },
        protect,
        found: ["edition is unknown"],
    },
]);
