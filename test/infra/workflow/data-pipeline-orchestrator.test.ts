import assert from "node:assert/strict";
import { dataPipelineDefinition } from "../../../infra/workflow/data-pipeline-definition.ts";
import { DataPipelineOrchestrator } from "../../../infra/workflow/data-pipeline-orchestrator.ts";
import type { Runnables } from "../../../infra/workflow/runnables.ts";
import type { Workflow } from "../../../infra/workflow/workflow.ts";
import { ACCOUNT, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, namesOf, recordResources, statements } from "../../support/mocks.ts";
import { step, workflow, works } from "./support/workflows.ts";

const PIPELINE = "aws:datapipeline/pipeline:Pipeline";
const DEFINITION = "aws:datapipeline/pipelineDefinition:PipelineDefinition";

const functions = { collect: { arn: "arn:lambda:collect" } } as unknown as Runnables["functions"];

async function create(changes: Partial<Workflow> = {}, more: Partial<Runnables> = {}, region = "eu-west-1") {
    new DataPipelineOrchestrator("w", {
        workflow: workflow(changes),
        runnables: { functions, ...more },
        workerGroup: "workers",
        accountId: ACCOUNT,
        region,
        topic: theTopic(),
    });
    await allRegistered();
}

describe("DataPipelineOrchestrator", () => {
    beforeEach(recordResources);

    it("defines the compiled workflow", async () => {
        await create();
        const place = { ...works, functionArns: { collect: "arn:lambda:collect" }, topicArn: "arn:sns:the-topic" };
        assert.deepEqual(created(PIPELINE, "w"), { description: "The workflow w" });
        const { pipelineId, pipelineObjects } = created(DEFINITION, "w");
        assert.match(String(pipelineId), /w/);
        assert.deepEqual(
            pipelineObjects,
            dataPipelineDefinition(workflow(), { ...place, role: "data-pipeline-w", workerGroup: "workers" }),
        );
    });

    it("lets the pipeline tell of failures, only for this account, and nothing else", async () => {
        await create();
        const { assumeRolePolicy, path } = created("aws:iam/role:Role", "data-pipeline-w");
        // It is told the name of the role, and looks for that in no path.
        assert.equal(path, "/");
        assert.deepEqual(JSON.parse(String(assumeRolePolicy)).Statement, [
            {
                Effect: "Allow",
                Principal: { Service: "datapipeline.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
            },
        ]);
        assert.deepEqual(statements("aws:iam/rolePolicy:RolePolicy", "data-pipeline-w"), [
            { Effect: "Allow", Action: ["sns:Publish"], Resource: "arn:sns:the-topic" },
            { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: "arn:kms:the-key" },
        ]);
    });

    it("refuses a workflow with faults, and a region without the service, and tells them all", async () => {
        const steps = [step({ retries: 6 })];
        await assert.rejects(create({ tracks: [{ name: "intake", steps }] }, {}, "eu-central-1"), {
            message:
                "workflow has faults:\n" +
                "  tracks[0].steps[0].retries is 6; it must be a whole number of further attempts from 0 to 5\n" +
                '  region is "eu-central-1"; it must be one of us-east-1, us-west-2, eu-west-1, ap-southeast-2, ' +
                "ap-northeast-1, where AWS Data Pipeline exists, or else the orchestrator step-functions",
        });
    });

    it("defines no pipeline with a job that the service has no room for", async () => {
        const trainings = {
            fraud: { job: { RoleArn: "arn:aws:iam::1:role/x", Notes: "x".repeat(11_000) }, grants: [] },
        };
        const steps = [step({ runs: { training: "fraud" } })];
        await create({ tracks: [{ name: "insight", steps }] }, { trainings }).catch(() => undefined);
        assert.deepEqual(namesOf(DEFINITION), []);
    });
});
