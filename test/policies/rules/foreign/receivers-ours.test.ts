import { receiversOurs } from "../../../../policies/rules/foreign/receivers-ours.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const STRANGE = "is a mailbox at evil.example, none of our hosts";

describeRule(receiversOurs, [
    {
        title: "accepts a mailbox of the bank",
        type: SUBSCRIPTION,
        props: { protocol: "email", endpoint: "Fraud-Desk@Bank.example" },
        found: [],
    },
    {
        title: "leaves queues and addresses to other rules",
        type: SUBSCRIPTION,
        props: { protocol: "sqs", endpoint: "arn:aws:sqs:eu-west-1:222222222222:one" },
        found: [],
    },
    { title: "accepts a budget that writes to nobody", type: "aws:budgets/budget:Budget", props: {}, found: [] },
    {
        title: "rejects a stranger's mailbox",
        type: SUBSCRIPTION,
        props: { protocol: "email-json", endpoint: "bank.example@evil.example" },
        found: [`endpoint: ${STRANGE}`],
    },
    {
        title: "rejects a telephone",
        type: SUBSCRIPTION,
        props: { protocol: "sms", endpoint: "+4915112345678" },
        found: ["protocol: delivers to a telephone, which may be anybody's"],
    },
    {
        title: "rejects strangers on Azure, and what is not mail",
        type: "azure-native:monitor:ActionGroup",
        props: {
            emailReceivers: [{ emailAddress: "one@bank.example" }, { emailAddress: "two@evil.example" }],
            webhookReceivers: [{ serviceUri: "https://evil.example" }],
        },
        found: [`emailReceivers[1].emailAddress: ${STRANGE}`, "webhookReceivers: tells others than people of the bank"],
    },
    {
        title: "rejects strangers in budgets and in the subscription of dashboards",
        type: "azure-native:consumption:Budget",
        props: { notifications: { whole: { contactEmails: ["one@evil.example"] } } },
        beside: [
            {
                type: "aws:budgets/budget:Budget",
                name: "cost",
                props: { notifications: [{ subscriberEmailAddresses: ["one@evil.example"] }] },
            },
            {
                type: "aws:quicksight/accountSubscription:AccountSubscription",
                name: "figures",
                props: { notificationEmail: "one@evil.example" },
            },
        ],
        found: [
            `notifications.whole.contactEmails[0]: ${STRANGE}`,
            `cost notifications[0].subscriberEmailAddresses[0]: ${STRANGE}`,
            `figures notificationEmail: ${STRANGE}`,
        ],
    },
    {
        title: "cannot decide while it is unknown",
        type: SUBSCRIPTION,
        props: { protocol: "email", endpoint: unknown },
        found: ["endpoint is unknown"],
    },
]);
