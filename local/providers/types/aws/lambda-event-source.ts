import { type Check, each, when } from "../../checks/check.ts";
import { oneOf, pattern, range, required } from "../../checks/common.ts";
import type { TypeDefinition } from "../definition.ts";
import { arn, regional, tagged } from "./common.ts";
import { filterFault } from "./event-pattern.ts";

/** Beyond this, Lambda wants a window in which so many messages can gather. */
const MOST_WITHOUT_WINDOW = 10;

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html: each is for streams alone. */
const OF_STREAMS = [
    "bisectBatchOnFunctionError",
    "destinationConfig",
    "maximumRecordAgeInSeconds",
    "maximumRetryAttempts",
    "parallelizationFactor",
    "startingPosition",
    "startingPositionTimestamp",
    "tumblingWindowInSeconds",
];
const SOURCE = /^arn:[\w-]+:(dynamodb|kafka|kinesis|mq|rds|sqs):[\w-]+:\d{12}:.+$/;

const checks: readonly Check[] = [
    required("functionName"),
    pattern("eventSourceArn", SOURCE, "the ARN of a queue, a stream, a broker or a cluster"),
    range("batchSize", 1, 10_000),
    range("maximumBatchingWindowInSeconds", 0, 300, "seconds"),
    range("scalingConfig.maximumConcurrency", 2, 1000),
    range("parallelizationFactor", 1, 10),
    range("maximumRetryAttempts", -1, 10_000),
    oneOf("functionResponseTypes[*]", ["ReportBatchItemFailures"]),
    oneOf("startingPosition", ["AT_TIMESTAMP", "LATEST", "TRIM_HORIZON"]),
    when(["eventSourceArn", "batchSize", "maximumBatchingWindowInSeconds"], "batchSize", (inputs) => {
        const { eventSourceArn, batchSize = 10, maximumBatchingWindowInSeconds: window = 0 } = inputs;
        if (!isQueue(eventSourceArn) || Number(batchSize) <= MOST_WITHOUT_WINDOW) return undefined;
        if (String(eventSourceArn).endsWith(".fifo")) return `must be at most 10 for a FIFO queue, got ${batchSize}`;
        if (Number(window) >= 1) return undefined;
        return `above ${MOST_WITHOUT_WINDOW} needs maximumBatchingWindowInSeconds of at least 1, got ${batchSize} and ${window}`;
    }),
    ...OF_STREAMS.map((property) =>
        when(["eventSourceArn"], property, ({ eventSourceArn, [property]: given }) =>
            isQueue(eventSourceArn) && given !== undefined && given !== 0 ? "is not for queues" : undefined,
        ),
    ),
    pattern("filterCriteria.filters[*].pattern", /^.{0,4096}$/s, "at most 4096 characters"),
    each("filterCriteria.filters[*].pattern", (given) => filterFault(String(given))),
    when(["eventSourceArn"], "eventSourceArn", ({ eventSourceArn, selfManagedEventSource }) =>
        eventSourceArn === undefined && selfManagedEventSource === undefined ? "is required" : undefined,
    ),
];

export const eventSourceMapping: TypeDefinition = regional(
    tagged({
        id: (mapping) => mapping.uuid("mapping"),
        outputs: (mapping) => {
            const target = mapping.text("functionName");
            return {
                uuid: mapping.uuid("mapping"),
                arn: arn(mapping, "lambda", `event-source-mapping:${mapping.uuid("mapping")}`),
                functionArn: target.startsWith("arn:") ? target : arn(mapping, "lambda", `function:${target}`),
                batchSize: isQueue(mapping.inputs.eventSourceArn) ? 10 : 100,
                state: mapping.inputs.enabled === false ? "Disabled" : "Enabled",
                stateTransitionReason: "USER_INITIATED",
                lastProcessingResult: "",
            };
        },
        defaults: { enabled: true },
        replaceOn: [
            "eventSourceArn",
            "queues",
            "selfManagedEventSource",
            "startingPosition",
            "startingPositionTimestamp",
            "topics",
        ],
        checks,
    }),
);

function isQueue(eventSourceArn: unknown): boolean {
    return String(eventSourceArn).split(":")[2] === "sqs";
}
