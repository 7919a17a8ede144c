import type { Resource } from "@pulumi/pulumi";
import { alarm } from "./alarm.ts";
import type { AlertTopic } from "./alert-topic.ts";

/** Tells when `score` gets no answer of the model, whatever the reason. It counts that by itself. */
export function watchModel(parent: Resource, { topic }: { topic: AlertTopic }): void {
    const on = { namespace: "CompliancePlatform", dimensions: { service: "score" }, topic } as const;
    alarm(parent, "model-not-answering", {
        ...on,
        description: "For a quarter of an hour the rules decided on transactions in place of the fraud model.",
        runbook: "model-not-answering",
        metric: "scoredByRules",
        statistic: "Sum",
        threshold: 1,
        periodSeconds: 300,
        periods: 3,
    });
    alarm(parent, "model-given-up", {
        ...on,
        description: "Transactions waited a day for the fraud model in vain: their verdicts stay those of the rules.",
        runbook: "model-not-answering",
        metric: "leftToRules",
        statistic: "Sum",
        threshold: 1,
    });
}
