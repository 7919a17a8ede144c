import type { Input, Resource } from "@pulumi/pulumi";
import { alarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";

/** A caller who tries tokens is refused more often than a run that is refused once and ends. */
const REFUSALS = 10;
/** API Gateway gives up after 30 seconds. */
const SLOW_MILLISECONDS = 20_000;

/** Tells when the door refuses many, fails, or hardly answers in time. */
export function watchApi(parent: Resource, name: string, apiId: Input<string>, topic: AlertTopic): void {
    const on = { namespace: "AWS/ApiGateway", dimensions: { ApiId: apiId }, topic, periodSeconds: 300 };
    alarm(parent, `${name}-refused`, {
        ...on,
        description: `${REFUSALS} or more requests to ${name} were refused within five minutes: somebody tries to get in, or the trust between the clouds is broken.`,
        runbook: "exchange-refused",
        metric: "4xx",
        statistic: "Sum",
        threshold: REFUSALS,
    });
    alarm(parent, `${name}-failing`, {
        ...on,
        description: `A request to ${name} failed on our side; Data Factory must repeat the whole run.`,
        runbook: "exchange-failing",
        metric: "5xx",
        statistic: "Sum",
        threshold: 1,
    });
    alarm(parent, `${name}-slow`, {
        ...on,
        description: `A request to ${name} took ${SLOW_MILLISECONDS / 1000} seconds or more; at 30 it is given up.`,
        runbook: "exchange-failing",
        metric: "Latency",
        statistic: "Maximum",
        threshold: SLOW_MILLISECONDS,
    });
}
