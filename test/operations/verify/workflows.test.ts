import assert from "node:assert/strict";
import { GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { DataPipelineClient, DescribeObjectsCommand, QueryObjectsCommand } from "@aws-sdk/client-data-pipeline";
import type { Context } from "../../../operations/verify/step.ts";
import { workflows } from "../../../operations/verify/steps/workflows.ts";

const MACHINE = { type: "aws:sfn/stateMachine:StateMachine", name: "books", id: "arn:aws:states:::books" };
const PIPELINE = { type: "aws:datapipeline/pipeline:Pipeline", name: "intake", id: "df-1" };

/** The step on workflows whose runs of two days were these. */
async function tried(things: Context["things"], runs: { begun?: number[]; succeeded?: number[]; statuses?: string[] }) {
    const { begun = [], succeeded = [], statuses = [] } = runs;
    const described: number[] = [];
    const send = async (command: unknown) => {
        if (command instanceof GetMetricDataCommand) {
            const names = command.input.MetricDataQueries?.map(({ MetricStat }) => MetricStat?.Metric?.Dimensions);
            assert.deepEqual(names?.flat(), Array(2).fill({ Name: "StateMachineArn", Value: MACHINE.id }));
            return {
                MetricDataResults: [
                    { Id: "begun", Values: begun },
                    { Id: "succeeded", Values: succeeded },
                ],
            };
        }
        if (command instanceof QueryObjectsCommand) {
            assert.deepEqual([command.input.pipelineId, command.input.sphere], ["df-1", "INSTANCE"]);
            const at = Number(command.input.marker ?? 0);
            const ids = statuses.map((_, index) => `@${index}`).slice(at, at + 100);
            const rest = at + 100 < statuses.length;
            return { ids, hasMoreResults: rest, ...(rest && { marker: String(at + 100) }) };
        }
        assert.ok(command instanceof DescribeObjectsCommand);
        const { objectIds = [] } = command.input;
        described.push(objectIds.length);
        const status = (id: string) => ({ key: "@status", stringValue: statuses[Number(id.slice(1))] ?? "" });
        return { pipelineObjects: objectIds.map((id) => ({ id, name: id, fields: [status(id)] })) };
    };
    // Pages are asked for by a real client alone.
    const of = (kind: new (settings: object) => object) =>
        kind === DataPipelineClient ? Object.assign(new kind({ region: "eu-west-1" }), { send }) : { send };
    const verdict = await workflows.run({ cloud: { of }, things } as unknown as Context);
    return { verdict, described };
}

describe("the step that looks at the workflows", () => {
    it("holds when each was begun by its schedule and succeeded, by metrics or by instances", async () => {
        const runs = { begun: [1, 1], succeeded: [1], statuses: ["FINISHED", "FAILED"] };
        assert.deepEqual((await tried([MACHINE, PIPELINE], runs)).verdict, {
            state: "held",
            evidence: { books: "1 of 2 succeeded", intake: "1 of 2 succeeded" },
        });
    });

    it("fails when a workflow ran and never succeeded", async () => {
        const { verdict } = await tried([MACHINE, PIPELINE], {
            begun: [1],
            succeeded: [1],
            statuses: ["FAILED", "CASCADE_FAILED"],
        });
        assert.match(JSON.stringify(verdict), /"failed".*No run of intake succeeded/);
    });

    it("cannot tell before a schedule has begun anything, and names what was not begun", async () => {
        const { verdict } = await tried([MACHINE, PIPELINE], { statuses: ["FINISHED"] });
        assert.match(JSON.stringify(verdict), /"unknown".*books has not begun in two days/);
        assert.equal((await tried([], {})).verdict.state, "unknown");
    });

    it("reads every page of instances, and describes as many at once as the service lets", async () => {
        const statuses = [...Array(159).fill("FAILED"), "FINISHED"];
        const { verdict, described } = await tried([PIPELINE], { statuses });
        assert.deepEqual(verdict, { state: "held", evidence: { intake: "1 of 160 succeeded" } });
        assert.deepEqual(described, [25, 25, 25, 25, 25, 25, 10]);
    });
});
