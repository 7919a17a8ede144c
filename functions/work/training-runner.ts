import { createHash } from "node:crypto";
import {
    CreateTrainingJobCommand,
    type CreateTrainingJobRequest,
    DescribeTrainingJobCommand,
    ResourceInUse,
    type SageMakerClient,
    StopTrainingJobCommand,
} from "@aws-sdk/client-sagemaker";
import type { Command } from "./command.ts";
import { FINISHED, failed } from "./outcome.ts";
import type { Runner } from "./ports.ts";
import { isOver, startError } from "./start-errors.ts";

/** Trains on SageMaker; the attempt names the job, so that starting it twice is starting it once. */
export function trainingRunner(client: Pick<SageMakerClient, "send">): Runner {
    return {
        idempotent: true,
        async start(attempt, command) {
            if (!("training" in command)) throw new TypeError(`${command.step} trains nothing`);
            const TrainingJobName = jobName(attempt, command);
            // SageMaker checks the rest of the request better than we could.
            const job = { ...command.training, TrainingJobName } as unknown as CreateTrainingJobRequest;
            try {
                await client.send(new CreateTrainingJobCommand(job));
            } catch (error) {
                if (!(error instanceof ResourceInUse)) throw startError(error);
            }
            return TrainingJobName;
        },
        async look(TrainingJobName) {
            try {
                const job = await client.send(new DescribeTrainingJobCommand({ TrainingJobName }));
                if (job.TrainingJobStatus === "Completed") return FINISHED;
                if (job.TrainingJobStatus !== "Failed" && job.TrainingJobStatus !== "Stopped") return undefined;
                return failed(`Training${job.TrainingJobStatus}`, job.FailureReason ?? "SageMaker gave no reason");
            } catch (error) {
                if (!isOver(error)) throw error;
                return failed("JobVanished", `SageMaker no longer knows the training job ${TrainingJobName}`);
            }
        },
        async stop(attempt, job, command) {
            try {
                const TrainingJobName = job ?? jobName(attempt, command);
                await client.send(new StopTrainingJobCommand({ TrainingJobName }));
            } catch (error) {
                if (!isOver(error)) throw error;
            }
        },
    };
}

/** SageMaker takes 63 characters; a step's name has at most 40. */
function jobName(attempt: string, { step }: Command): string {
    return `${step}-${createHash("sha256").update(attempt).digest("hex").slice(0, 20)}`;
}
