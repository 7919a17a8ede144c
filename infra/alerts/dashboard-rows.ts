import { SUPPLEMENTARY_SETS } from "../exchange/supplementary-sets.ts";
import type { Line, Row } from "./dashboard-body.ts";
import { counted, mapped, of, stored } from "./dashboard-graphs.ts";
import { LEARNING_ROW } from "./learning-row.ts";
import { modelRow } from "./model-row.ts";
import type { Shown } from "./shown.ts";

/** What each function counts by itself, in the order in which a transaction meets it. */
const COUNTED = {
    flow: [
        ["unpack", "RowsSent", "out of files"],
        ["screen", "forwarded", "passed the checks"],
        ["score", "scored", "scored"],
    ],
    loads: [
        ["load", "objectsLoaded", "objects loaded"],
        ["load", "loads", "loads"],
        ["load", "loadsFailed", "refused loads"],
    ],
    putAside: [
        ["unpack", "RowsQuarantined", "rows refused by unpack"],
        ["screen", "quarantined", "refused by screen"],
        ["screen", "duplicates", "duplicates"],
        ["park", "parked", "parked"],
    ],
    books: [
        ["reconcile", "unbalanced", "hours of a source that do not add up"],
        ["report", "ReportsFiled", "reports filed"],
    ],
    sets: SUPPLEMENTARY_SETS,
} as const;

const AGE = { ...counted(["score", "profileAgeHours", "age in hours"]), statistic: "Maximum" };

const RECONCILED = counted(["reconcile", "reconciled", "in ledger and warehouse"]);

/** From what matters at once to what matters at the end of the month. */
export function rowsOf(shown: Shown): Row[] {
    const { functions, workflows, queues, deadLetters, topics, tables, apis, workgroups, figures } = shown;
    const { dashboards, sparkApplications, buckets, endpoint } = shown;
    const names = (ones: Shown["queues"]) => mapped(ones, ({ name }) => name);
    const work = of("AWS/SQS", "QueueName", names(queues));
    const dead = of("AWS/SQS", "QueueName", names(deadLetters));
    const runs = of("AWS/Lambda", "FunctionName", functions);
    const news = of("AWS/SNS", "TopicName", topics);
    const doors = of("AWS/ApiGateway", "ApiId", apis);
    const rows = of("AWS/DynamoDB", "TableName", tables);
    const units = of("AWS/Redshift-Serverless", "Workgroup", workgroups);
    const copies = of("AWS/QuickSight", "DatasetId", figures);
    const tiles = of("AWS/QuickSight", "DashboardId", dashboards);
    const spark = of("AWS/EMRServerless", "ApplicationId", sparkApplications);
    return [
        {
            heading: "Flow: is every transaction on its way?",
            graphs: [
                { title: "Transactions through each step", lines: COUNTED.flow.map(counted) },
                { title: "Put aside, by function", lines: COUNTED.putAside.map(counted) },
                { title: "Verdicts and alerts", lines: [counted(["score", "alerts", "fraud alerts"])] },
            ],
        },
        {
            heading: "Waiting: what stands still?",
            graphs: [
                work("Oldest waiting, in seconds", "ApproximateAgeOfOldestMessage", "Maximum"),
                work("Waiting", "ApproximateNumberOfMessagesVisible", "Maximum"),
                dead("Dead letters not yet parked", "ApproximateNumberOfMessagesVisible", "Maximum"),
            ],
        },
        {
            heading: "Machinery: what fails?",
            graphs: [
                runs("Failed runs", "Errors", "Sum"),
                runs("Runs turned away", "Throttles", "Sum"),
                runs("Length of runs, in milliseconds, 95 of 100 below", "Duration", "p95"),
            ],
        },
        ...(endpoint === undefined ? [] : [modelRow(endpoint)]),
        LEARNING_ROW,
        ...(Object.keys(workflows).length === 0 ? [] : [batchRow(workflows)]),
        {
            heading: "Trends: is what accounts usually do still being found out?",
            graphs: [
                spark("Runs of Spark that succeeded", "SuccessJobs", "Sum"),
                spark("Runs of Spark that failed", "FailedJobs", "Sum"),
                spark("Processors in use", "CPUAllocated", "Maximum"),
                { title: "Hours since the end of what profiles cover", lines: [AGE], periodSeconds: 3600 },
            ],
        },
        {
            heading: "Books: does everything add up, and is it reported?",
            graphs: [
                { title: "Transactions compared", lines: [RECONCILED], periodSeconds: 3600 },
                { title: "Findings and reports", lines: COUNTED.books.map(counted), periodSeconds: 3600 },
            ],
        },
        {
            heading: "News: did it reach somebody?",
            graphs: [
                news("Published", "NumberOfMessagesPublished", "Sum"),
                news("Not delivered", "NumberOfNotificationsFailed", "Sum"),
            ],
        },
        {
            heading: "Exchange: does Azure bring its data, and does somebody else try to?",
            graphs: [
                { title: "Sets brought whole", lines: COUNTED.sets.map(ofSet), periodSeconds: 3600 },
                doors("Requests", "Count", "Sum"),
                doors("Refused", "4xx", "Sum"),
                doors("Failed", "5xx", "Sum"),
            ],
        },
        {
            heading: "Warehouse: is it fresh, and asked more than it can answer?",
            graphs: [
                units("Capacity in use, in RPUs", "ComputeCapacity", "Maximum"),
                units("RPU-seconds", "ComputeSeconds", "Sum"),
                { title: "Loaded", lines: COUNTED.loads.map(counted) },
            ],
        },
        {
            heading: "Figures: do officers see those of today?",
            graphs: [
                copies("Copies that failed", "IngestionErrorCount", "Sum"),
                copies("Length of copies, in seconds", "IngestionLatency", "Maximum"),
                tiles("Tiles that failed to load", "VisualLoadErrorCount", "Sum"),
            ],
        },
        {
            heading: "Cost: what is the money spent on?",
            graphs: [
                { ...runs("Milliseconds of run time", "Duration", "Sum"), periodSeconds: 3600 },
                { ...rows("Write units", "ConsumedWriteCapacityUnits", "Sum"), periodSeconds: 3600 },
                { ...rows("Read units", "ConsumedReadCapacityUnits", "Sum"), periodSeconds: 3600 },
                stored(buckets),
            ],
        },
    ];
}

function batchRow(workflows: Shown["workflows"]): Row {
    const runs = of("AWS/States", "StateMachineArn", workflows);
    const graphs = [
        runs("Runs done", "ExecutionsSucceeded", "Sum"),
        runs("Runs failed", "ExecutionsFailed", "Sum"),
        runs("Length of batch runs, in milliseconds", "ExecutionTime", "Maximum"),
    ];
    return {
        heading: "Batch: does it run by the clock?",
        graphs: graphs.map((graph) => ({ ...graph, periodSeconds: 3600 })),
    };
}

function ofSet(set: string): Line {
    return { ...counted(["receive", "completed", set]), dimensions: { service: "receive", set } };
}
