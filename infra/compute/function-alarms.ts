import type { Function as LambdaFunction } from "@pulumi/aws/lambda/function.js";
import type { Resource } from "@pulumi/pulumi";
import { alarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";

/** Tells when runs of a function fail or are turned away. */
export function watchFunction(parent: Resource, name: string, handler: LambdaFunction, topic: AlertTopic): void {
    const on = {
        namespace: "AWS/Lambda",
        dimensions: { FunctionName: handler.name },
        topic,
        statistic: "Sum",
        threshold: 1,
        periodSeconds: 300,
    } as const;
    alarm(parent, `${name}-errors`, {
        ...on,
        description: `A run of ${name} failed as a whole; its messages come again.`,
        metric: "Errors",
    });
    alarm(parent, `${name}-throttles`, {
        ...on,
        description: `AWS turned runs of ${name} away: the account is at its limit of concurrent runs.`,
        metric: "Throttles",
    });
}
