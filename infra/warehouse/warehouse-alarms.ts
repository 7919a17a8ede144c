import type { Workgroup } from "@pulumi/aws/redshiftserverless/workgroup.js";
import type { Resource } from "@pulumi/pulumi";
import { alarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";

/** Share of what a day may use from which somebody is told. */
const NEARLY_USED_UP = 0.8;
const HOUR_SECONDS = 3600;
const HALF_HOUR_SECONDS = HOUR_SECONDS / 2;
const DAY_SECONDS = 24 * HOUR_SECONDS;

export interface WarehouseWatch {
    workgroup: Workgroup;
    /** In RPUs. */
    maxCapacity: number;
    dailyRpuHours: number;
    topic: AlertTopic;
}

/** Tells when the warehouse is at the end of its capacity, or of what a day may use. */
export function watchWarehouse(parent: Resource, name: string, watch: WarehouseWatch): void {
    const { workgroup, maxCapacity, dailyRpuHours, topic } = watch;
    const on = {
        namespace: "AWS/Redshift-Serverless",
        dimensions: { Workgroup: workgroup.workgroupName },
        topic,
    } as const;
    alarm(parent, `${name}-busy`, {
        ...on,
        description: `For half an hour the warehouse ran at its most, ${maxCapacity} RPUs: queries and loads wait.`,
        runbook: "warehouse-busy",
        metric: "ComputeCapacity",
        statistic: "Maximum",
        threshold: maxCapacity,
        // Redshift reports the average of half an hour, once in half an hour.
        periodSeconds: HALF_HOUR_SECONDS,
    });
    const nearly = Math.floor(NEARLY_USED_UP * dailyRpuHours);
    alarm(parent, `${name}-usage`, {
        ...on,
        description: `The warehouse used ${nearly} of the ${dailyRpuHours} RPU-hours that it may use in a day.`,
        runbook: "warehouse-usage",
        metric: "ComputeSeconds",
        statistic: "Sum",
        threshold: nearly * HOUR_SECONDS,
        periodSeconds: DAY_SECONDS,
    });
}
