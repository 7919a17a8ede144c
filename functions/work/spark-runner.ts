import { createHash } from "node:crypto";
import {
    CancelJobRunCommand,
    type EMRServerlessClient,
    GetJobRunCommand,
    StartJobRunCommand,
} from "@aws-sdk/client-emr-serverless";
import type { Command } from "./command.ts";
import { FINISHED, failed } from "./outcome.ts";
import type { Runner } from "./ports.ts";
import { isOver, startError } from "./start-errors.ts";

/** Runs a Spark job on EMR Serverless; the attempt is its token, so that starting it twice is starting it once. */
export function sparkRunner(client: Pick<EMRServerlessClient, "send">): Runner {
    return {
        idempotent: true,
        async start(attempt, command) {
            const clientToken = createHash("sha256").update(attempt).digest("hex");
            // Should nobody be left to cancel it, it ends by itself.
            const executionTimeoutMinutes = command.timeoutMinutes;
            const job = { name: command.step, executionTimeoutMinutes, ...jobIn(command), clientToken };
            try {
                const { jobRunId } = await client.send(new StartJobRunCommand(job));
                if (jobRunId === undefined) throw new Error(`EMR Serverless gave the job of ${attempt} no id`);
                return jobRunId;
            } catch (error) {
                throw startError(error);
            }
        },
        async look(jobRunId, command) {
            const { applicationId } = jobIn(command);
            try {
                const { jobRun } = await client.send(new GetJobRunCommand({ applicationId, jobRunId }));
                if (jobRun?.state === "SUCCESS") return FINISHED;
                if (jobRun?.state !== "FAILED" && jobRun?.state !== "CANCELLED") return undefined;
                return failed(`SparkJob${jobRun.state}`, jobRun.stateDetails ?? "EMR Serverless gave no reason");
            } catch (error) {
                if (!isOver(error)) throw error;
                return failed("JobVanished", `EMR Serverless no longer knows the job run ${jobRunId}`);
            }
        },
        async stop(_attempt, jobRunId, command) {
            if (jobRunId === undefined) return;
            const { applicationId } = jobIn(command);
            try {
                await client.send(new CancelJobRunCommand({ applicationId, jobRunId }));
            } catch (error) {
                if (!isOver(error)) throw error;
            }
        },
    };
}

function jobIn(command: Command): { applicationId: string; executionRoleArn: string } {
    if (!("sparkJob" in command)) throw new TypeError(`${command.step} runs no Spark job`);
    return command.sparkJob;
}
