/** What the pages of a service say of one of its metrics. */
export interface Documented {
    unit: "Count" | "None" | "Percent" | "Milliseconds" | "Microseconds" | "Seconds" | "Megabytes" | "Hours";
    /** How often a value comes, in seconds. */
    every: number;
    /** Whose values CloudWatch keeps apart; an alarm on others reads nothing, for ever. */
    by: readonly string[];
    /** Statistics that say something; of a sum over others the maximum, for instance, says nothing. */
    read: readonly string[];
    /** Whether a value comes only when it changes, so that silence means neither good nor bad. */
    onChange?: true;
}

const MINUTE = 60;
const counted = (...by: string[]): Documented => ({ unit: "Count", every: MINUTE, by, read: ["Sum"] });
const endpoint = ["EndpointName", "VariantName"];
const busy: Documented = { unit: "Percent", every: MINUTE, by: endpoint, read: ["Average", "Maximum"] };
const latency: Documented = { unit: "Microseconds", every: MINUTE, by: endpoint, read: ["p99", "Average", "Maximum"] };
const execution = counted("StateMachineArn");
/** By our own functions, in the embedded format, with each run. */
const own: Documented = counted("service");

/** As the pages of the services say: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html */
export const METRICS: Readonly<Record<string, Documented>> = {
    "/aws/sagemaker/Endpoints CPUUtilization": busy,
    "/aws/sagemaker/Endpoints DiskUtilization": busy,
    "/aws/sagemaker/Endpoints MemoryUtilization": busy,
    // The names of an HTTP API; those of a REST API begin with a capital and have other dimensions.
    "AWS/ApiGateway 4xx": counted("ApiId"),
    "AWS/ApiGateway 5xx": counted("ApiId"),
    "AWS/ApiGateway Latency": { unit: "Milliseconds", every: MINUTE, by: ["ApiId"], read: ["Maximum", "Average"] },
    "AWS/DynamoDB ReadThrottleEvents": counted("TableName"),
    "AWS/DynamoDB WriteThrottleEvents": counted("TableName"),
    "AWS/DynamoDB SystemErrors": counted("Operation", "TableName"),
    "AWS/EMRServerless CPUAllocated": {
        unit: "None",
        every: MINUTE,
        by: ["ApplicationId"],
        read: ["Maximum", "Average"],
    },
    "AWS/EMRServerless FailedJobs": counted("ApplicationId"),
    "AWS/Lambda Duration": { unit: "Milliseconds", every: MINUTE, by: ["FunctionName"], read: ["Maximum", "Average"] },
    "AWS/Lambda Errors": counted("FunctionName"),
    "AWS/Lambda Invocations": counted("FunctionName"),
    "AWS/Lambda Throttles": counted("FunctionName"),
    "AWS/QuickSight IngestionErrorCount": counted("DatasetId"),
    "AWS/QuickSight VisualLoadErrorCount": counted("DashboardId"),
    "AWS/QuickSight SPICECapacityConsumedInMB": {
        unit: "Megabytes",
        every: MINUTE,
        by: [],
        read: ["Maximum"],
        onChange: true,
    },
    "AWS/QuickSight SPICECapacityLimitInMB": {
        unit: "Megabytes",
        every: MINUTE,
        by: [],
        read: ["Maximum"],
        onChange: true,
    },
    // An average, and a sum, of half an hour: https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-monitoring.html
    "AWS/Redshift-Serverless ComputeCapacity": {
        unit: "None",
        every: 1800,
        by: ["Workgroup"],
        read: ["Maximum", "Average"],
    },
    "AWS/Redshift-Serverless ComputeSeconds": { unit: "Seconds", every: 1800, by: ["Workgroup"], read: ["Sum"] },
    "AWS/SNS NumberOfNotificationsFailed": counted("TopicName"),
    "AWS/SQS ApproximateAgeOfOldestMessage": { unit: "Seconds", every: MINUTE, by: ["QueueName"], read: ["Maximum"] },
    "AWS/SQS ApproximateNumberOfMessagesVisible": {
        unit: "Count",
        every: MINUTE,
        by: ["QueueName"],
        read: ["Maximum"],
    },
    "AWS/SQS NumberOfMessagesReceived": counted("QueueName"),
    "AWS/SQS NumberOfMessagesSent": counted("QueueName"),
    // One of 0 and 1 for each request: their average is the share that failed.
    "AWS/SageMaker Invocation4XXErrors": { unit: "None", every: MINUTE, by: endpoint, read: ["Average", "Sum"] },
    "AWS/SageMaker Invocation5XXErrors": { unit: "None", every: MINUTE, by: endpoint, read: ["Average", "Sum"] },
    "AWS/SageMaker Invocations": { unit: "None", every: MINUTE, by: endpoint, read: ["Sum"] },
    "AWS/SageMaker InvocationsPerInstance": { unit: "None", every: MINUTE, by: endpoint, read: ["Sum"] },
    "AWS/SageMaker ModelLatency": latency,
    "AWS/SageMaker OverheadLatency": latency,
    "AWS/SageMaker ServerlessConcurrentExecutionsUtilization": busy,
    "AWS/Scheduler InvocationDroppedCount": counted("ScheduleGroup"),
    "AWS/States ExecutionsFailed": execution,
    "AWS/States ExecutionsStarted": execution,
    "AWS/States ExecutionsSucceeded": execution,
    "AWS/States ExecutionsTimedOut": execution,
    "CompliancePlatform completed": counted("service", "set"),
    "CompliancePlatform failed": own,
    "CompliancePlatform largestDrift": { unit: "None", every: MINUTE, by: ["service"], read: ["Maximum"] },
    "CompliancePlatform leftToRules": own,
    "CompliancePlatform loadsFailed": own,
    "CompliancePlatform lost": own,
    "CompliancePlatform objectsLoaded": own,
    "CompliancePlatform profileAgeHours": { unit: "Hours", every: MINUTE, by: ["service"], read: ["Maximum"] },
    "CompliancePlatform profilesUnreadable": own,
    "CompliancePlatform scored": own,
    "CompliancePlatform scoredByRules": own,
};
