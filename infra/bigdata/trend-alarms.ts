import type { Application } from "@pulumi/aws/emrserverless/application.js";
import type { Resource } from "@pulumi/pulumi";
import { alarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import { WORKER_VCPUS } from "./spark.ts";

/** An hour at the ceiling, in periods of five minutes. */
const PERIODS = 12;

interface TrendWatch {
    topic: AlertTopic;
    maximumVcpus: number;
}

/** Tells when a job failed, or when jobs have asked for more than they may have for long. */
export function watchTrends(parent: Resource, name: string, application: Application, watch: TrendWatch): void {
    const { topic, maximumVcpus } = watch;
    const on = {
        namespace: "AWS/EMRServerless",
        dimensions: { ApplicationId: application.id },
        topic,
        periodSeconds: 300,
    } as const;
    alarm(parent, `${name}-failed`, {
        ...on,
        description: `A run of the Spark job ${name} failed; the profiles stay those of the last run that did not.`,
        runbook: "trends-failed",
        metric: "FailedJobs",
        statistic: "Sum",
        threshold: 1,
    });
    alarm(parent, `${name}-at-capacity`, {
        ...on,
        description: `For an hour the Spark application ${name} had no room for another worker: runs take longer.`,
        runbook: "trends-at-capacity",
        metric: "CPUAllocated",
        statistic: "Maximum",
        // What is left below would be too little for one more.
        threshold: maximumVcpus - WORKER_VCPUS + 1,
        periods: PERIODS,
    });
}
