import assert from "node:assert/strict";
import { ResourceInUse } from "@aws-sdk/client-sagemaker";
import type { Command } from "../../../functions/work/command.ts";
import { functionRunner } from "../../../functions/work/function-runner.ts";
import { NotNow, Refused, type Runner } from "../../../functions/work/ports.ts";
import { sparkRunner } from "../../../functions/work/spark-runner.ts";
import { trainingRunner } from "../../../functions/work/training-runner.ts";

const ATTEMPT = "df-1/@step-trends_2026-03-03T00:00:00_Attempt=1";
const common = { workflow: "batch", step: "trends", timeoutMinutes: 60 };
const role = "arn:aws:iam::111122223333:role/spark";
const COMMANDS = {
    function: { ...common, function: "arn:aws:lambda:eu-west-1:111122223333:function:collect" },
    sparkJob: { ...common, sparkJob: { applicationId: "app", executionRoleArn: role, jobDriver: { sparkSubmit: {} } } },
    training: { ...common, training: { RoleArn: role, HyperParameters: { max_depth: "6" } } },
} satisfies Record<string, Command>;

/** A client that answers each command with what is next, or throws it. */
function client(...answers: object[]) {
    const sent: { operation: string; input: Record<string, unknown> }[] = [];
    const send = async (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
        sent.push({ operation: command.constructor.name.replace(/Command$/, ""), input: command.input });
        const answer = answers.shift() ?? {};
        if (answer instanceof Error) throw answer;
        return answer;
    };
    return { sent, send } as unknown as { sent: typeof sent; send: never };
}

const fault = (name: string, $fault?: "client" | "server") =>
    Object.assign(new Error("no"), { name, ...($fault && { $fault }) });

const RUNNERS = { function: functionRunner, sparkJob: sparkRunner, training: trainingRunner };
type Kind = keyof typeof RUNNERS;
const runnerOf = (kind: Kind, on: ReturnType<typeof client>): Runner => RUNNERS[kind](on);

describe("the runners of steps", () => {
    it("call a function by event, with what the run is for", async () => {
        const lambda = client();
        await functionRunner(lambda).start(ATTEMPT, COMMANDS.function);
        assert.deepEqual(lambda.sent, [
            {
                operation: "Invoke",
                input: {
                    FunctionName: COMMANDS.function.function,
                    InvocationType: "Event",
                    Payload: JSON.stringify({ workflow: "batch", step: "trends", run: ATTEMPT }),
                },
            },
        ]);
    });

    it("start a Spark job under the attempt as its token, ending by itself at the step's timeout", async () => {
        const emr = client({ jobRunId: "run-1" }, { jobRunId: "run-1" });
        const runner = sparkRunner(emr);
        assert.equal(await runner.start(ATTEMPT, COMMANDS.sparkJob), "run-1");
        await runner.start(ATTEMPT, COMMANDS.sparkJob);
        const { clientToken, ...input } = emr.sent[0]?.input ?? {};
        assert.match(String(clientToken), /^[0-9a-f]{64}$/);
        assert.equal(emr.sent[1]?.input.clientToken, clientToken);
        assert.deepEqual(input, { ...COMMANDS.sparkJob.sparkJob, name: "trends", executionTimeoutMinutes: 60 });
    });

    it("name a training job after the attempt, and take one of that name for started", async () => {
        const taken = new ResourceInUse({ message: "exists", $metadata: {} });
        const sagemaker = client({}, taken);
        const runner = trainingRunner(sagemaker);
        const step = "a-step-whose-name-takes-all-40-characters";
        const name = await runner.start(ATTEMPT, { ...COMMANDS.training, step: step.slice(0, 40) });
        assert.match(name, /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/);
        assert.equal(await runner.start(ATTEMPT, { ...COMMANDS.training, step: step.slice(0, 40) }), name);
        assert.deepEqual(sagemaker.sent[0]?.input, { ...COMMANDS.training.training, TrainingJobName: name });
    });

    for (const kind of ["function", "sparkJob", "training"] as const) {
        for (const [error, expected] of [
            [fault("AccessDeniedException", "client"), Refused],
            [fault("TooManyRequestsException", "client"), NotNow],
            [fault("ThrottlingException", "client"), NotNow],
        ] as const) {
            it(`say ${expected.name} when a ${kind} meets ${error.name}`, async () => {
                await assert.rejects(runnerOf(kind, client(error)).start(ATTEMPT, COMMANDS[kind]), expected);
            });
        }

        it(`leave open whether a ${kind} runs when its service is silent`, async () => {
            for (const error of [fault("TimeoutError"), fault("ServiceException", "server")]) {
                await assert.rejects(runnerOf(kind, client(error)).start(ATTEMPT, COMMANDS[kind]), error);
            }
        });
    }

    for (const [kind, answer, expected] of [
        ["sparkJob", { jobRun: { state: "RUNNING" } }, undefined],
        ["sparkJob", { jobRun: { state: "SUCCESS" } }, ""],
        ["sparkJob", { jobRun: { state: "FAILED", stateDetails: "out of memory" } }, "SparkJobFAILED: out of memory"],
        ["sparkJob", { jobRun: { state: "CANCELLED" } }, "SparkJobCANCELLED: EMR Serverless gave no reason"],
        [
            "sparkJob",
            fault("ResourceNotFoundException"),
            "JobVanished: EMR Serverless no longer knows the job run job-1",
        ],
        ["training", { TrainingJobStatus: "Stopping" }, undefined],
        ["training", { TrainingJobStatus: "Completed" }, ""],
        ["training", { TrainingJobStatus: "Failed", FailureReason: "NaN" }, "TrainingFailed: NaN"],
        ["training", { TrainingJobStatus: "Stopped" }, "TrainingStopped: SageMaker gave no reason"],
        ["training", fault("ValidationException"), "JobVanished: SageMaker no longer knows the training job job-1"],
        ["training", fault("ResourceNotFound"), "JobVanished: SageMaker no longer knows the training job job-1"],
        ["function", {}, undefined],
    ] as const) {
        const found = answer instanceof Error ? answer.name : JSON.stringify(answer);
        it(`see a ${kind} with ${found} as ${expected === "" ? "finished" : (expected ?? "running")}`, async () => {
            const outcome = await runnerOf(kind, client(answer)).look("job-1", COMMANDS[kind]);
            if (expected === undefined) assert.equal(outcome, undefined);
            else if (expected === "") assert.deepEqual(outcome, { finished: true });
            else assert.equal(outcome && !outcome.finished && `${outcome.errorId}: ${outcome.message}`, expected);
        });
    }

    for (const [kind, operation, input] of [
        ["sparkJob", "CancelJobRun", { applicationId: "app", jobRunId: "job-1" }],
        ["training", "StopTrainingJob", { TrainingJobName: "job-1" }],
    ] as const) {
        it(`stop a ${kind}, and take one that is over for stopped`, async () => {
            const service = client({}, fault("ValidationException"), fault("InternalServerException"));
            const runner = runnerOf(kind, service);
            await runner.stop(ATTEMPT, "job-1", COMMANDS[kind]);
            await runner.stop(ATTEMPT, "job-1", COMMANDS[kind]);
            assert.deepEqual(service.sent, [
                { operation, input },
                { operation, input },
            ]);
            await assert.rejects(runner.stop(ATTEMPT, "job-1", COMMANDS[kind]), { name: "InternalServerException" });
        });
    }
});
