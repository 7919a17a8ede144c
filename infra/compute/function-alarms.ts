import type { Function as LambdaFunction } from "@pulumi/aws/lambda/function.js";
import type { Resource } from "@pulumi/pulumi";
import { alarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";

/** Share of its timeout that a run may take; `unpack` hands over to a next run with 60 of its 900 seconds left. */
const LONG_RUN = 0.95;

interface FunctionWatch {
    topic: AlertTopic;
    timeoutSeconds: number;
}

/** Tells when runs of a function fail, are turned away, or hardly end in time. */
export function watchFunction(parent: Resource, name: string, handler: LambdaFunction, watch: FunctionWatch): void {
    const { topic, timeoutSeconds } = watch;
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
        runbook: "function-errors",
        metric: "Errors",
    });
    alarm(parent, `${name}-throttles`, {
        ...on,
        description: `AWS turned runs of ${name} away: the account is at its limit of concurrent runs.`,
        runbook: "function-throttled",
        metric: "Throttles",
    });
    const longest = LONG_RUN * timeoutSeconds;
    alarm(parent, `${name}-slow`, {
        ...on,
        description: `A run of ${name} took ${longest} seconds or more; at ${timeoutSeconds} AWS ends it half-done.`,
        runbook: "function-slow",
        metric: "Duration",
        statistic: "Maximum",
        // CloudWatch measures runs in milliseconds.
        threshold: longest * 1000,
    });
}
