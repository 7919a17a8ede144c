import type { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { Resource } from "@pulumi/pulumi";
import { PROCESSORS } from "../../stacks/scoring-settings.ts";
import { type AlarmArgs, alarm, type Metric, mathAlarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import { type Serving, VARIANT } from "./endpoint-shape.ts";

export interface EndpointWatch {
    endpointName: string;
    serving: Serving;
    /** Longest that 99 of 100 answers may take, in milliseconds. */
    slowMilliseconds: number;
    topic: AlertTopic;
}

/** Share of failed requests from which somebody is told; `score` repeats one that failed by chance. */
const FAILED_SHARE = 0.05;
/** Percent of what a machine has from which it is nearly exhausted. */
const NEARLY_ALL = 85;
/** Requests over the planned number for each machine, which scaling should have answered within minutes. */
const OVERLOAD = 1.25;
const MICROSECONDS = 1000;

/** Tells when the endpoint fails, is slow, full or not asked. Returns the alarms that undo a deployment. */
export function watchEndpoint(parent: Resource, name: string, watch: EndpointWatch): MetricAlarm[] {
    const { endpointName, serving, slowMilliseconds, topic } = watch;
    const dimensions = { EndpointName: endpointName, VariantName: VARIANT };
    const of = { namespace: "AWS/SageMaker", dimensions, topic };
    const failing = {
        ...of,
        runbook: "endpoint-errors",
        statistic: "Average",
        threshold: FAILED_SHARE,
        periods: 2,
    } as const;
    const undo = [
        alarm(parent, `${name}-failing`, {
            ...failing,
            description: "One of 20 requests to the fraud model failed; the rules decide instead.",
            metric: "Invocation5XXErrors",
        }),
        alarm(parent, `${name}-refusing`, {
            ...failing,
            description: "One of 20 requests to the fraud model was refused: it does not understand what it is sent.",
            metric: "Invocation4XXErrors",
        }),
        alarm(parent, `${name}-slow`, {
            ...of,
            description: `One of 100 answers of the fraud model took ${slowMilliseconds} ms or more.`,
            runbook: "endpoint-slow",
            metric: "ModelLatency",
            statistic: "p99",
            threshold: slowMilliseconds * MICROSECONDS,
            periods: 3,
        }),
    ];
    idle(parent, name, { ...of, metric: "Invocations", statistic: "Sum" }, topic);
    const machine = { ...of, namespace: "/aws/sagemaker/Endpoints" };
    if (serving.kind === "serverless") watchServerless(parent, name, of, machine);
    else watchInstances(parent, name, watch, serving, machine);
    return undo;
}

type On = Pick<AlarmArgs, "namespace" | "dimensions" | "topic">;

function idle(parent: Resource, name: string, asked: Metric, topic: AlertTopic): void {
    const dimensions = { service: "score" };
    const scored = { namespace: "CompliancePlatform", metric: "scored", dimensions, statistic: "Sum" } as const;
    mathAlarm(parent, `${name}-idle`, {
        description: "For 15 minutes transactions were scored and the fraud model was not asked: rules alone decide.",
        runbook: "endpoint-idle",
        metrics: { asked, scored },
        expression: "IF(FILL(scored, 0) > 0 AND FILL(asked, 0) < 1, 1, 0)",
        threshold: 1,
        periodSeconds: 300,
        periods: 3,
        topic,
    });
}

function watchServerless(parent: Resource, name: string, of: On, machine: On): void {
    alarm(parent, `${name}-at-maximum`, {
        ...of,
        description: "The fraud model answers nearly as many requests at once as it may.",
        runbook: "endpoint-at-capacity",
        metric: "ServerlessConcurrentExecutionsUtilization",
        statistic: "Maximum",
        threshold: 0.9,
        periods: 5,
    });
    exhausted(parent, name, machine, "MemoryUtilization", NEARLY_ALL);
}

function watchInstances(
    parent: Resource,
    name: string,
    { slowMilliseconds, endpointName, topic }: EndpointWatch,
    { instanceType, maximum, requestsPerMinute }: Extract<Serving, { kind: "instances" }>,
    machine: On,
): void {
    const of = { ...machine, namespace: "AWS/SageMaker" };
    alarm(parent, `${name}-overhead`, {
        ...of,
        description: `SageMaker itself took ${slowMilliseconds} ms or more for one of 100 answers of the fraud model.`,
        runbook: "endpoint-slow",
        metric: "OverheadLatency",
        statistic: "p99",
        threshold: slowMilliseconds * MICROSECONDS,
        periods: 3,
    });
    alarm(parent, `${name}-overloaded`, {
        ...of,
        description: `For 15 minutes each machine of ${endpointName} had a quarter more requests than planned.`,
        runbook: "endpoint-at-capacity",
        metric: "InvocationsPerInstance",
        statistic: "Sum",
        threshold: OVERLOAD * requestsPerMinute,
        periods: 15,
    });
    const read = (metric: string) => ({ ...of, metric, statistic: "Sum" }) as const;
    mathAlarm(parent, `${name}-at-maximum`, {
        description: `For 15 minutes the fraud model ran on all ${maximum} machines that it may have.`,
        runbook: "endpoint-at-capacity",
        metrics: { all: read("Invocations"), each: read("InvocationsPerInstance") },
        // SageMaker reports no number of machines. Half a machine less allows for rounding.
        expression: "all / each",
        threshold: maximum - 0.5,
        periods: 15,
        topic,
    });
    // A processor counts 100 percent each.
    exhausted(parent, name, machine, "CPUUtilization", NEARLY_ALL * PROCESSORS[instanceType]);
    exhausted(parent, name, machine, "MemoryUtilization", NEARLY_ALL);
    exhausted(parent, name, machine, "DiskUtilization", NEARLY_ALL);
}

function exhausted(parent: Resource, name: string, machine: On, metric: string, threshold: number): void {
    alarm(parent, `${name}-${metric.replace("Utilization", "").toLowerCase()}`, {
        ...machine,
        description: `The fraud model's machines are nearly exhausted: ${metric} at ${threshold} percent.`,
        runbook: "endpoint-exhausted",
        metric,
        statistic: "Maximum",
        threshold,
        periods: 5,
    });
}
