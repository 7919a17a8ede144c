import type { Input } from "@pulumi/pulumi";
import type { Graph, Line } from "./dashboard-body.ts";

const DAY_SECONDS = 24 * 3600;

/** What a function counts by itself, in the platform's own namespace. */
export function counted([service, metric, label]: readonly [string, string, string]): Line {
    return { namespace: "CompliancePlatform", metric, dimensions: { service }, statistic: "Sum", label };
}

/** Graphs with one line for each of these. */
export function of(namespace: string, dimension: string, named: Record<string, Input<string>>) {
    return (title: string, metric: string, statistic: string): Graph => ({
        title,
        lines: Object.entries(named).map(([label, name]) => ({
            namespace,
            metric,
            dimensions: { [dimension]: name },
            statistic,
            label,
        })),
    });
}

/** S3 reports the size of a bucket once a day. */
export function stored(buckets: Record<string, Input<string>>): Graph {
    const { lines } = of("AWS/S3", "BucketName", buckets)("", "BucketSizeBytes", "Average");
    const standard = lines.map((line) => ({
        ...line,
        dimensions: { ...line.dimensions, StorageType: "StandardStorage" },
    }));
    return { title: "Bytes stored", lines: standard, periodSeconds: DAY_SECONDS };
}

export function mapped<From, To>(ones: Record<string, From>, change: (one: From) => To): Record<string, To> {
    return Object.fromEntries(Object.entries(ones).map(([label, one]) => [label, change(one)]));
}
