import assert from "node:assert/strict";
import {
    type EmrServerless,
    LEFT_OUT,
    serveEmrServerless,
} from "../../../../../local/services/emr-serverless/job-runs.ts";
import { makeMachine, runMachine } from "../../support/machines.ts";
import { accountId, type Running, region, startServices } from "../../support/running-services.ts";

const RESOURCE = "arn:aws:states:::emr-serverless:startJobRun.sync";
const APPLICATION = `arn:aws:emr-serverless:${region}:${accountId}:/applications/spark1`;

describe("correction workflow-jobs", () => {
    let spark: EmrServerless;
    let running: Running;

    before(async () => {
        spark = await serveEmrServerless(async ({ name }) => {
            if (name === "broken") throw new Error("no such file");
            return "read 3 days";
        });
        const { url, token } = spark;
        running = await startServices([], { "emr-serverless": { url, token } });
    });
    after(async () => {
        await running.stop();
        await spark.close();
    });

    const run = async (on: Running, name: string, Resource = APPLICATION) => {
        const Parameters = {
            Name: name,
            ApplicationId: "spark1",
            ExecutionRoleArn: "role",
            JobDriver: { SparkSubmit: { EntryPoint: "s3://a/b.py", EntryPointArguments: ["--x"] } },
        };
        const definition = {
            StartAt: "job",
            States: { job: { Type: "Task", Resource: RESOURCE, Parameters, End: true } },
        };
        const may = [{ Effect: "Allow", Action: "emr-serverless:StartJobRun", Resource }];
        return runMachine(on, await makeMachine(on, `jobs-${name}`, JSON.stringify(definition), may));
    };

    it("lets a state wait for the end of a Spark job, and get what it was started with", async () => {
        const { status, output = "{}" } = await run(running, "sound");
        assert.deepEqual([status, JSON.parse(output).stateDetails], ["SUCCEEDED", "read 3 days"]);
        assert.equal(spark.jobRuns()[0]?.request.jobDriver.sparkSubmit.entryPoint, "s3://a/b.py");
    });

    it("fails a state whose job failed, with the reason", async () => {
        const { status, error, cause } = await run(running, "broken");
        assert.deepEqual([status, error, cause], ["FAILED", "States.TaskFailed", "no such file"]);
    });

    it("starts no job that the machine's role may not", async () => {
        const { error } = await run(running, "powerless", `${APPLICATION}-other`);
        assert.equal(error, "EMRServerless.AccessDeniedException");
        assert.ok(spark.jobRuns().every(({ request }) => request.name !== "powerless"));
    });

    it("is what the correction is for: without it no state knows the job", async () => {
        const { url, token } = spark;
        const without = await startServices(["workflow-jobs"], { "emr-serverless": { url, token } });
        try {
            assert.equal((await run(without, "unknown")).status, "FAILED");
            assert.ok(spark.jobRuns().every(({ request }) => request.name !== "unknown"));
        } finally {
            await without.stop();
        }
    });

    it("says of a job that nobody runs that it was left out", async () => {
        const nobody = await serveEmrServerless();
        const { url, token } = nobody;
        const without = await startServices([], { "emr-serverless": { url, token } });
        try {
            const { status, output = "{}" } = await run(without, "absent");
            assert.deepEqual([status, JSON.parse(output).stateDetails], ["SUCCEEDED", LEFT_OUT]);
        } finally {
            await without.stop();
            await nobody.close();
        }
    });
});
