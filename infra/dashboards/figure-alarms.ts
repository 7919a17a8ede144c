import type { Resource } from "@pulumi/pulumi";
import { alarm, mathAlarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";

const NAMESPACE = "AWS/QuickSight";

export interface FigureAlarmsArgs {
    dashboardId: string;
    /** Ids of the copied data sets, by name. */
    copied: Record<string, string>;
    topic: AlertTopic;
}

/** Raised when officers would look at yesterday's figures, or at none. */
export function watchFigures(parent: Resource, { dashboardId, copied, topic }: FigureAlarmsArgs): void {
    for (const [name, DatasetId] of Object.entries(copied)) {
        alarm(parent, `${name}-not-refreshed`, {
            description: `The figures "${name}" of the compliance dashboard could not be refreshed and are old.`,
            runbook: "dashboard-not-refreshed",
            namespace: NAMESPACE,
            metric: "IngestionErrorCount",
            dimensions: { DatasetId },
            statistic: "Sum",
            threshold: 1,
            periodSeconds: 300,
            topic,
        });
    }
    alarm(parent, "dashboard-broken", {
        description: "Tiles of the compliance dashboard failed to load for their readers.",
        runbook: "dashboard-broken",
        namespace: NAMESPACE,
        metric: "VisualLoadErrorCount",
        dimensions: { DashboardId: dashboardId },
        statistic: "Sum",
        // A reader who gives up waiting counts as well; several within a quarter of an hour are no coincidence.
        threshold: 5,
        periodSeconds: 900,
        topic,
    });
    const capacity = (metric: string) =>
        ({ namespace: NAMESPACE, metric, dimensions: {}, statistic: "Maximum" }) as const;
    mathAlarm(parent, "spice-nearly-full", {
        description: "QuickSight's store for copied figures is four fifths full; refreshes fail when it is full.",
        runbook: "spice-nearly-full",
        metrics: { used: capacity("SPICECapacityConsumedInMB"), limit: capacity("SPICECapacityLimitInMB") },
        expression: "used / limit",
        // QuickSight tells both only when they change by a megabyte or more.
        keptWithoutData: true,
        threshold: 0.8,
        periodSeconds: 3600,
        topic,
    });
}
