import { list, type Program, text } from "../program/program.ts";

/** Something that a service does to a thing as itself, so that the thing's own policy must let it in. */
export interface Delivery {
    service: string;
    action: string;
    /** ARN or name of the thing. */
    to: string;
    by: string;
    /** What it does with the key of the thing, by the key's own policy. */
    uses: readonly string[];
}

const BOTH = ["kms:Decrypt", "kms:GenerateDataKey"];

/** All that services hand over in a program: announcements, alarms, budgets' warnings, logs, and requests to a door. */
export function handedOver({ ofType }: Program): Delivery[] {
    return [
        ...ofType("aws:s3/bucketNotification:BucketNotification").flatMap(({ name, props }) =>
            list(props, "queues").map((queue) => ({
                ...{ service: "s3.amazonaws.com", action: "sqs:SendMessage", uses: BOTH },
                to: text(queue, "queueArn"),
                by: `BucketNotification ${name}`,
            })),
        ),
        ...ofType("aws:cloudwatch/metricAlarm:MetricAlarm").flatMap(({ name, props }) =>
            [...list(props, "alarmActions"), ...list(props, "okActions")]
                .filter((to): to is string => typeof to === "string" && to.includes(":sns:"))
                .map((to) => ({ ...publishing("cloudwatch"), to, by: `MetricAlarm ${name}` })),
        ),
        ...ofType("aws:budgets/budget:Budget").flatMap(({ name, props }) =>
            list(props, "notifications")
                .flatMap((one) => list(one, "subscriberSnsTopicArns"))
                .map((to) => ({ ...publishing("budgets"), to: String(to), by: `Budget ${name}` })),
        ),
        ...ofType("aws:s3/bucketLogging:BucketLogging").map(({ name, props }) => ({
            ...{ service: "logging.s3.amazonaws.com", action: "s3:PutObject", uses: [] },
            to: text(props, "targetBucket"),
            by: `BucketLogging ${name}`,
        })),
        ...ofType("aws:cloudtrail/trail:Trail").flatMap(({ name, props }) =>
            ["s3:GetBucketAcl", "s3:PutObject"].map((action) => ({
                ...{ service: "cloudtrail.amazonaws.com", action, uses: ["kms:GenerateDataKey"] },
                to: text(props, "s3BucketName"),
                by: `Trail ${name}`,
            })),
        ),
        ...ofType("aws:apigatewayv2/integration:Integration").map(({ name, props }) => ({
            ...{ service: "apigateway.amazonaws.com", action: "lambda:InvokeFunction", uses: [] },
            to: text(props, "integrationUri"),
            by: `Integration ${name}`,
        })),
    ];
}

function publishing(service: string): Pick<Delivery, "service" | "action" | "uses"> {
    return { service: `${service}.amazonaws.com`, action: "sns:Publish", uses: BOTH };
}
