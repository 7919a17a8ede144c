import type { Properties } from "../../../store/value.ts";
import { type Check, each, when } from "../../checks/check.ts";
import { jsonObject, oneOf, range, required } from "../../checks/common.ts";
import { policy } from "../../checks/policy.ts";
import type { ResourceView, TypeDefinition, TypeTable } from "../definition.ts";
import { arn, regional, tagged } from "./common.ts";

const policyOf = (property: string, ...checks: Check[]): TypeDefinition =>
    regional({
        id: (one) => one.text("queueUrl"),
        replaceOn: ["queueUrl"],
        checks: [required("queueUrl", property), jsonObject(property), ...checks],
    });

export const sqs: TypeTable = {
    "aws:sqs/queue:Queue": regional(
        tagged({
            name: {
                property: "name",
                prefixProperty: "namePrefix",
                maxLength: 80,
                pattern: /^[\w-]+$/,
                allowed: "letters, digits, _ and -",
                end: (inputs) => (inputs.fifoQueue === true ? ".fifo" : ""),
            },
            id: url,
            outputs: (queue) => ({
                arn: arn(queue, "sqs", queue.physicalName),
                url: url(queue),
                kmsDataKeyReusePeriodSeconds: 300,
                // SQS encrypts with its own key unless the queue has one.
                sqsManagedSseEnabled: queue.text("kmsMasterKeyId") === "",
                policy: "",
                redrivePolicy: "",
                redriveAllowPolicy: "",
                deduplicationScope: "",
                fifoThroughputLimit: "",
            }),
            defaults: {
                contentBasedDeduplication: false,
                delaySeconds: 0,
                fifoQueue: false,
                maxMessageSize: 262_144,
                messageRetentionSeconds: 345_600,
                receiveWaitTimeSeconds: 0,
                visibilityTimeoutSeconds: 30,
            },
            replaceOn: ["name", "namePrefix", "fifoQueue"],
            checks: [
                range("delaySeconds", 0, 900, "seconds"),
                range("maxMessageSize", 1024, 1_048_576, "bytes"),
                range("messageRetentionSeconds", 60, 1_209_600, "seconds"),
                range("receiveWaitTimeSeconds", 0, 20, "seconds"),
                range("visibilityTimeoutSeconds", 0, 43_200, "seconds"),
                range("kmsDataKeyReusePeriodSeconds", 60, 86_400, "seconds"),
                oneOf("deduplicationScope", ["messageGroup", "queue"]),
                oneOf("fifoThroughputLimit", ["perQueue", "perMessageGroupId"]),
                jsonObject("policy"),
                policy("policy", "resource"),
                jsonObject("redriveAllowPolicy"),
                each("redrivePolicy", (given) => redriveFault(String(given))),
                ...["contentBasedDeduplication", "deduplicationScope", "fifoThroughputLimit"].map((property) =>
                    when(["fifoQueue"], property, ({ fifoQueue, [property]: given = false }) =>
                        given !== false && given !== "" && fifoQueue !== true ? "is only for FIFO queues" : undefined,
                    ),
                ),
                each("redriveAllowPolicy", (given) => allowFault(String(given))),
                when(["kmsMasterKeyId", "sqsManagedSseEnabled"], "sqsManagedSseEnabled", bothKeys),
            ],
        }),
    ),
    "aws:sqs/queuePolicy:QueuePolicy": policyOf("policy", policy("policy", "resource")),
    "aws:sqs/redrivePolicy:RedrivePolicy": policyOf("redrivePolicy"),
    "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": policyOf("redriveAllowPolicy"),
};

function url(queue: ResourceView): string {
    const { region, cloud, physicalName } = queue;
    return `https://sqs.${region}.${cloud.dnsSuffix}/${cloud.accountId}/${physicalName}`;
}

function bothKeys({ kmsMasterKeyId, sqsManagedSseEnabled }: Properties): string | undefined {
    return sqsManagedSseEnabled === true && kmsMasterKeyId !== undefined ? "conflicts with kmsMasterKeyId" : undefined;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html, RedriveAllowPolicy */
function allowFault(policy: string): string | undefined {
    let parsed: { redrivePermission?: unknown; sourceQueueArns?: unknown } | null;
    try {
        parsed = JSON.parse(policy);
    } catch {
        return undefined;
    }
    const { redrivePermission, sourceQueueArns } = parsed ?? {};
    const choices = ["allowAll", "byQueue", "denyAll"];
    if (!choices.includes(String(redrivePermission))) {
        return `redrivePermission must be one of ${choices.join(", ")}, got ${redrivePermission}`;
    }
    const named = Array.isArray(sourceQueueArns) ? sourceQueueArns.length : 0;
    if (redrivePermission !== "byQueue") return named === 0 ? undefined : "sourceQueueArns are for byQueue alone";
    return named >= 1 && named <= 10 ? undefined : `sourceQueueArns must be 1 to 10, are ${named}`;
}

function redriveFault(policy: string): string | undefined {
    let parsed: { deadLetterTargetArn?: unknown; maxReceiveCount?: unknown } | null;
    try {
        parsed = JSON.parse(policy);
    } catch {
        return "is not a JSON object";
    }
    const { deadLetterTargetArn, maxReceiveCount } = parsed ?? {};
    if (typeof deadLetterTargetArn !== "string") return "must name a deadLetterTargetArn";
    if (!/^arn:[\w-]+:sqs:[\w-]+:\d{12}:[\w-]+(\.fifo)?$/.test(deadLetterTargetArn)) {
        return `deadLetterTargetArn must be the ARN of a queue, got ${deadLetterTargetArn}`;
    }
    const count = Number(maxReceiveCount);
    const fits = Number.isInteger(count) && count >= 1 && count <= 1000;
    return fits ? undefined : `maxReceiveCount must be a whole number from 1 to 1000, got ${maxReceiveCount}`;
}
