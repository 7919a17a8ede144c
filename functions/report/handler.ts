import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { AthenaClient } from "@aws-sdk/client-athena";
import { S3Client } from "@aws-sdk/client-s3";
import type { Context } from "aws-lambda";
import { clientOptions } from "../adapters/client-options.ts";
import { required } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { SnsPublisher, snsClient } from "../adapters/topic.ts";
import { AthenaQueries } from "./athena.ts";
import { periodOf } from "./period.ts";
import { type ReportNews, report } from "./report.ts";
import { S3RunNotes } from "./run-notes.ts";
import { S3Reports } from "./s3-reports.ts";

const logger = loggerOf("report");
const metrics = new Metrics({ serviceName: "report" });
const athena = new AthenaClient(clientOptions);
const ids = JSON.parse(required("QUERIES")) as Record<string, string>;
// A report may have a hundred megabytes.
const patient = { ...clientOptions, requestHandler: { connectionTimeout: 2_000, requestTimeout: 120_000 } };
const store = new S3Reports(new S3Client(patient), required("REPORTS_BUCKET"));
const topic = new SnsPublisher(snsClient(), required("DISCREPANCY_TOPIC_ARN"));
const program = required("PROGRAM_VERSION");
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Run by the workflow for yesterday, or by a person for the days that the event names; the workflow tries again. */
export async function handler(event: unknown, context: Context): Promise<ReportNews[]> {
    const period = periodOf(event, new Date());
    const queries = new AthenaQueries(athena, ids, { pause, remainingMs: () => context.getRemainingTimeInMillis() });
    // Lambda repeats an event under its first id.
    const invocation = `${context.awsRequestId} ${new Date().toISOString()}`;
    const notes = new S3RunNotes(store, invocation);
    const news = await report(period, { queries, store, notes, invocation, topic, program, now: () => new Date() });
    for (const one of news) logger.info("report filed", { ...one });
    metrics.addMetric("ReportsFiled", MetricUnit.Count, news.filter(({ isNew }) => isNew).length);
    metrics.publishStoredMetrics();
    return news;
}
