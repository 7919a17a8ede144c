import type { SparkJob, Works } from "./runnables.ts";
import { type Workflow, type WorkflowStep, workOf } from "./workflow.ts";

/** What a step runs, in the words of `functions/work`; its schema is `command.ts` there, which a test holds it to. */
export function workCommand(workflow: Workflow, step: WorkflowStep, works: Works): string {
    const { kind, name } = workOf(step.runs);
    const of = {
        workflow: workflow.name,
        step: step.name,
        timeoutMinutes: step.timeoutMinutes,
        ...(step.onlyIf && { onlyIf: step.onlyIf }),
    };
    if (kind === "function") return JSON.stringify({ ...of, function: works.functionArns[name] });
    if (kind === "training") return JSON.stringify({ ...of, training: works.trainings[name] });
    return JSON.stringify({ ...of, sparkJob: startJobRun(works.sparkJobs[name]) });
}

/** The request of EMR Serverless' `StartJobRun`; the worker adds name, timeout and token. */
function startJobRun(job: SparkJob | undefined) {
    return {
        applicationId: job?.applicationId,
        executionRoleArn: job?.jobRoleArn,
        jobDriver: {
            sparkSubmit: {
                entryPoint: job?.entryPoint,
                entryPointArguments: job?.arguments,
                ...(job?.sparkSubmitParameters && { sparkSubmitParameters: job.sparkSubmitParameters }),
            },
        },
        configurationOverrides: {
            monitoringConfiguration: {
                cloudWatchLoggingConfiguration: {
                    enabled: true,
                    logGroupName: job?.log.group,
                    encryptionKeyArn: job?.log.keyArn,
                },
            },
        },
    };
}
