import type { Properties } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { jsonObject, longest, oneOf, pattern, range, required } from "../../checks/common.ts";
import { policy } from "../../checks/policy.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { ARN, arn, regional, tagged } from "./common.ts";
import { filterFault, namesIn } from "./event-pattern.ts";
import { deliveryFault } from "./sns-delivery.ts";

const PROTOCOLS = ["application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs"];
const MAIL = [/^[^@\s]+@[^@\s]+\.[^@\s]+$/, "an address of mail"] as const;
/** What a subscription delivers to, where that is no ARN. */
const ENDPOINTS: Readonly<Record<string, readonly [RegExp, string]>> = {
    email: MAIL,
    "email-json": MAIL,
    http: [/^http:\/\/\S+$/, "an address that begins with http://"],
    https: [/^https:\/\/\S+$/, "an address that begins with https://"],
    sms: [/^\+?[1-9]\d{1,14}$/, "a number of a telephone"],
};
const KEY =
    /^(arn:[\w-]+:kms:[\w-]+:\d{12}:(key|alias)\/.+|alias\/[\w/-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;
/** https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html */
const RAW = ["firehose", "http", "https", "sqs"];
/** Protocols whose owner must confirm before anything is delivered. */
const CONFIRMED_BY_HAND = ["email", "email-json", "http", "https"];

export const sns: TypeTable = {
    "aws:sns/topic:Topic": regional(
        tagged({
            name: {
                property: "name",
                prefixProperty: "namePrefix",
                maxLength: 256,
                pattern: /^[\w-]+$/,
                allowed: "letters, digits, _ and -",
                end: (inputs) => (inputs.fifoTopic === true ? ".fifo" : ""),
            },
            id: (topic) => arn(topic, "sns", topic.physicalName),
            outputs: (topic) => ({
                arn: arn(topic, "sns", topic.physicalName),
                owner: topic.cloud.accountId,
                displayName: "",
                beginningArchiveTime: "",
                signatureVersion: 0,
                tracingConfig: "",
                ...(topic.inputs.fifoTopic === true && { fifoThroughputScope: "Topic" }),
                policy: ownerPolicy(topic),
            }),
            defaults: { contentBasedDeduplication: false, fifoTopic: false },
            replaceOn: ["name", "namePrefix", "fifoTopic"],
            checks: [
                longest("displayName", 100),
                pattern("kmsMasterKeyId", KEY, "the id, the ARN or the alias of a key"),
                jsonObject("policy"),
                policy("policy", "resource"),
                jsonObject("deliveryPolicy"),
                each("deliveryPolicy", deliveryFault),
                when(["fifoTopic"], "contentBasedDeduplication", ({ contentBasedDeduplication, fifoTopic }) =>
                    contentBasedDeduplication === true && fifoTopic !== true ? "is only for FIFO topics" : undefined,
                ),
                oneOf("signatureVersion", [1, 2]),
                oneOf("tracingConfig", ["Active", "PassThrough"]),
            ],
        }),
    ),
    "aws:sns/topicPolicy:TopicPolicy": regional({
        id: (one) => one.text("arn"),
        outputs: (one) => ({ owner: one.cloud.accountId }),
        replaceOn: ["arn"],
        checks: [required("arn", "policy"), jsonObject("policy"), policy("policy", "resource")],
    }),
    "aws:sns/topicSubscription:TopicSubscription": regional({
        id: subscriptionArn,
        outputs: (subscription) => {
            const pending = CONFIRMED_BY_HAND.includes(subscription.text("protocol"));
            return {
                arn: subscriptionArn(subscription),
                ownerId: subscription.cloud.accountId,
                pendingConfirmation: pending,
                confirmationWasAuthenticated: !pending,
                filterPolicyScope: subscription.text("filterPolicy") === "" ? "" : "MessageAttributes",
            };
        },
        defaults: { confirmationTimeoutInMinutes: 1, endpointAutoConfirms: false, rawMessageDelivery: false },
        replaceOn: ["topic", "protocol", "endpoint", "confirmationTimeoutInMinutes", "endpointAutoConfirms"],
        checks: [
            required("topic", "protocol", "endpoint"),
            pattern("topic", ARN, "the ARN of a topic"),
            oneOf("protocol", PROTOCOLS),
            when(["protocol", "endpoint"], "endpoint", endpointFault),
            oneOf("filterPolicyScope", ["MessageAttributes", "MessageBody"]),
            range("confirmationTimeoutInMinutes", 1, 2880, "minutes"),
            each("filterPolicy", (given) => filterFault(String(given))),
            when(["filterPolicy"], "filterPolicy", ({ filterPolicy }) => {
                const names = filterFault(String(filterPolicy ?? "{}")) ? [] : namesIn(String(filterPolicy ?? "{}"));
                return names.length > 5 ? `must name at most 5 attributes, names ${names.length}` : undefined;
            }),
            each("redrivePolicy", (given) =>
                /^\{\s*"deadLetterTargetArn"\s*:\s*"arn:[\w-]+:sqs:[^"]+"\s*\}$/.test(String(given))
                    ? undefined
                    : "must name a queue by its ARN as deadLetterTargetArn",
            ),
            when(["protocol"], "rawMessageDelivery", ({ protocol, rawMessageDelivery }) =>
                rawMessageDelivery === true && !RAW.includes(String(protocol))
                    ? `is for ${RAW.join(", ")}, not for ${protocol}`
                    : undefined,
            ),
            each("subscriptionRoleArn", (role) => (ARN.test(String(role)) ? undefined : "must be the ARN of a role")),
        ],
    }),
};

/** https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
function endpointFault({ protocol, endpoint }: Properties): string | undefined {
    const [form, says] = ENDPOINTS[String(protocol)] ?? [ARN, "an ARN"];
    return form.test(String(endpoint)) ? undefined : `must be ${says} for the protocol ${protocol}, got ${endpoint}`;
}

function subscriptionArn(subscription: ResourceView): string {
    return `${subscription.text("topic")}:${subscription.uuid("subscription")}`;
}

/** The policy of a topic without one: everybody in the account. */
function ownerPolicy(topic: ResourceView): string {
    const Resource = arn(topic, "sns", topic.physicalName);
    const Action = ["Publish", "RemovePermission", "SetTopicAttributes", "DeleteTopic", "ListSubscriptionsByTopic"];
    const statement = {
        Sid: "__default_statement_ID",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [...Action, "GetTopicAttributes", "AddPermission", "Subscribe"].map((name) => `SNS:${name}`),
        Resource,
        Condition: { StringEquals: { "AWS:SourceOwner": topic.cloud.accountId } },
    };
    return JSON.stringify({ Version: "2008-10-17", Id: "__default_policy_ID", Statement: [statement] });
}
