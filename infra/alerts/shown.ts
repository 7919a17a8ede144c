import type { Queue } from "@pulumi/aws/sqs/queue.js";
import type { Input } from "@pulumi/pulumi";

/** What the dashboard shows; labels are what people call things. */
export interface Shown {
    /** Functions by what they do. */
    functions: Record<string, Input<string>>;
    /** State machines of the workflows by what they are called; none where another service runs them. */
    workflows: Record<string, Input<string>>;
    /** Queues of work by what they hold. */
    queues: Record<string, Queue>;
    /** Queues of dead letters. */
    deadLetters: Record<string, Queue>;
    /** Names of the topics. */
    topics: Record<string, Input<string>>;
    /** Names of the tables. */
    tables: Record<string, Input<string>>;
    /** Name of the endpoint that answers for the fraud model, if there is one. */
    endpoint?: Input<string>;
    /** Ids of the doors that others come to. */
    apis: Record<string, Input<string>>;
    /** Names of the workgroups of Redshift. */
    workgroups: Record<string, Input<string>>;
    /** Ids of the data sets that QuickSight copies. */
    figures: Record<string, Input<string>>;
    /** Ids of the dashboards in QuickSight. */
    dashboards: Record<string, Input<string>>;
    /** Ids of the applications of EMR Serverless. */
    sparkApplications: Record<string, Input<string>>;
    /** Names of the buckets whose size costs. */
    buckets: Record<string, Input<string>>;
}
