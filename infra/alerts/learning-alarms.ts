import type { Resource } from "@pulumi/pulumi";
import { DRIFT_LIMITS } from "../../model/drift.ts";
import { alarm } from "./alarm.ts";
import type { AlertTopic } from "./alert-topic.ts";

const DAY_SECONDS = 24 * 3600;

/** Tells when the world moves away from what the model learnt. `train` measures it with each look at the history. */
export function watchDrift(parent: Resource, topic: AlertTopic): void {
    alarm(parent, "model-drift", {
        namespace: "CompliancePlatform",
        dimensions: { service: "train" },
        metric: "largestDrift",
        statistic: "Maximum",
        description: "What the model looks at, or its scores, moved far from what it learnt: it may miss fraud.",
        runbook: "model-drift",
        threshold: DRIFT_LIMITS.movedFar,
        periodSeconds: DAY_SECONDS,
        topic,
    });
}
