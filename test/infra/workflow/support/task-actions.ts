/**
 * What a state machine needs for a task of each kind:
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
const NEEDED: Record<string, string[]> = {
    "lambda:invoke": ["lambda:InvokeFunction"],
    "sns:publish": ["kms:Decrypt", "kms:GenerateDataKey", "sns:Publish"],
    "emr-serverless:startJobRun.sync": [
        "ec2:CreateNetworkInterface",
        "emr-serverless:CancelJobRun",
        "emr-serverless:GetJobRun",
        "emr-serverless:StartJobRun",
        "events:DescribeRule",
        "events:PutRule",
        "events:PutTargets",
        "iam:PassRole",
        // Of the log that the job names.
        "kms:Decrypt",
        "kms:GenerateDataKey",
    ],
    "sagemaker:createTrainingJob.sync": [
        "events:DescribeRule",
        "events:PutRule",
        "events:PutTargets",
        "iam:PassRole",
        "sagemaker:AddTags",
        "sagemaker:CreateTrainingJob",
        "sagemaker:DescribeTrainingJob",
        "sagemaker:ListTags",
        "sagemaker:StopTrainingJob",
    ],
};

/** All that the tasks of a definition need, by their kinds. */
export function actionsForTasks(definition: string): string[] {
    const tasks = [...definition.matchAll(/"arn:aws:states:::([\w:.-]+)"/g)];
    const kinds = new Set(tasks.map(([, kind = ""]) => kind));
    const needed = [...kinds].flatMap((kind) => NEEDED[kind] ?? [`nobody knows what ${kind} needs`]);
    return [...new Set(needed)].sort();
}
