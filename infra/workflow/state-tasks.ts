import type { SparkJob, TrainingJob, Works } from "./runnables.ts";
import { type Workflow, type WorkflowStep, workOf } from "./workflow.ts";

/** What is particular to the state of a step: the call of the service, which lasts until the work is done. */
export function callOf(workflow: Workflow, step: WorkflowStep, works: Works): { Resource: string; Parameters: object } {
    const { kind, name } = workOf(step.runs);
    if (kind === "function") return invoke(workflow, step, works.functionArns[name]);
    if (kind === "sparkJob") return runSpark(step, works.sparkJobs[name]);
    return train(step, works.trainings[name]);
}

function invoke(workflow: Workflow, step: WorkflowStep, FunctionName: string | undefined) {
    return {
        Resource: "arn:aws:states:::lambda:invoke",
        Parameters: {
            FunctionName,
            Payload: { workflow: workflow.name, step: step.name, "run.$": "$$.Execution.Name" },
        },
    };
}

function runSpark(step: WorkflowStep, job: SparkJob | undefined) {
    return {
        Resource: "arn:aws:states:::emr-serverless:startJobRun.sync",
        Parameters: {
            Name: step.name,
            ApplicationId: job?.applicationId,
            ExecutionRoleArn: job?.jobRoleArn,
            // What the state gives up on must not go on.
            ExecutionTimeoutMinutes: step.timeoutMinutes,
            JobDriver: {
                SparkSubmit: {
                    EntryPoint: job?.entryPoint,
                    EntryPointArguments: job?.arguments,
                    ...(job?.sparkSubmitParameters && { SparkSubmitParameters: job.sparkSubmitParameters }),
                },
            },
            ConfigurationOverrides: {
                MonitoringConfiguration: {
                    CloudWatchLoggingConfiguration: {
                        Enabled: true,
                        LogGroupName: job?.log.group,
                        EncryptionKeyArn: job?.log.keyArn,
                    },
                },
            },
        },
    };
}

/** Each attempt is a job of its own name, of at most 63 characters: 20, the run as 40 digits, the attempt as one. */
function train(step: WorkflowStep, job: TrainingJob | undefined) {
    const begin = step.name.slice(0, 20).replace(/-$/, "");
    return {
        Resource: "arn:aws:states:::sagemaker:createTrainingJob.sync",
        Parameters: {
            ...job,
            "TrainingJobName.$": `States.Format('${begin}-{}-{}', States.Hash($$.Execution.Id, 'SHA-1'), $$.State.RetryCount)`,
        },
    };
}
