import { CloudWatchClient, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import {
    DataPipelineClient,
    DescribeObjectsCommand,
    type PipelineObject,
    paginateQueryObjects,
} from "@aws-sdk/client-data-pipeline";
import type { Cloud } from "../cloud.ts";
import type { Step } from "../step.ts";
import { ofType, type Thing } from "../things.ts";
import { failed, held, unknown } from "../verdict.ts";

/** The longest period of a workflow is a day: within two, each has begun by itself. */
const LOOK_BACK_MS = 2 * 24 * 3600 * 1000;
/** Most that Data Pipeline describes at once. */
const MOST = 25;

/** Runs of a workflow that its schedule began, within two days. */
interface Runs {
    readonly begun: number;
    readonly succeeded: number;
}

export const workflows: Step = {
    name: "workflows",
    proves: "The schedule of each workflow began runs of it, and runs succeeded, within two days.",
    answers: "Neither a schedule nor a run of a workflow happens on a laptop.",
    lacking: "scheduler",
    async run({ cloud, things }) {
        const found: [Thing, Runs][] = [];
        for (const machine of ofType(things, "aws:sfn/stateMachine:StateMachine")) {
            found.push([machine, await byMetrics(cloud, machine.id)]);
        }
        for (const pipeline of ofType(things, "aws:datapipeline/pipeline:Pipeline")) {
            found.push([pipeline, await byInstances(cloud, pipeline.id)]);
        }
        if (found.length === 0) return unknown("The state names no workflow of the stack.");
        const evidence = Object.fromEntries(
            found.map(([{ name }, { begun, succeeded }]) => [name, `${succeeded} of ${begun} succeeded`]),
        );
        const silent = found.filter(([, { begun }]) => begun === 0).map(([{ name }]) => name);
        const failing = found.filter(([, runs]) => runs.begun > 0 && runs.succeeded === 0).map(([{ name }]) => name);
        if (failing.length > 0) {
            const fix = "See docs/runbooks/workflow-failed.md, then the log of the step that failed.";
            return failed(`No run of ${failing.join(", ")} succeeded in two days.`, fix, evidence);
        }
        if (silent.length > 0) {
            return unknown(
                `${silent.join(", ")} has not begun in two days: run this step again two days after the first update. ` +
                    "The alarm …-missing tells the operations topic if it never does.",
            );
        }
        return held(evidence);
    },
};

/** CloudWatch counts executions; the schedule starts them, and people who were let to. */
async function byMetrics(cloud: Cloud, StateMachineArn: string): Promise<Runs> {
    const EndTime = new Date();
    const StartTime = new Date(EndTime.getTime() - LOOK_BACK_MS);
    const metric = (Id: string, MetricName: string) => ({
        Id,
        MetricStat: {
            Metric: {
                Namespace: "AWS/States",
                MetricName,
                Dimensions: [{ Name: "StateMachineArn", Value: StateMachineArn }],
            },
            Period: 3600,
            Stat: "Sum",
        },
    });
    const MetricDataQueries = [metric("begun", "ExecutionsStarted"), metric("succeeded", "ExecutionsSucceeded")];
    const { MetricDataResults = [] } = await cloud
        .of(CloudWatchClient)
        .send(new GetMetricDataCommand({ StartTime, EndTime, MetricDataQueries }));
    const sum = (id: string) =>
        (MetricDataResults.find(({ Id }) => Id === id)?.Values ?? []).reduce((total, one) => total + one, 0);
    return { begun: sum("begun"), succeeded: sum("succeeded") };
}

/** An instance is one step of one run, as the schedule made it. */
async function byInstances(cloud: Cloud, pipelineId: string): Promise<Runs> {
    const client = cloud.of(DataPipelineClient);
    const since = new Date(Date.now() - LOOK_BACK_MS).toISOString().slice(0, 19);
    const selectors = [{ fieldName: "@actualStartTime", operator: { type: "GE" as const, values: [since] } }];
    const asked = { pipelineId, sphere: "INSTANCE", query: { selectors } };
    const ids: string[] = [];
    for await (const page of paginateQueryObjects({ client, pageSize: 100 }, asked)) ids.push(...(page.ids ?? []));
    const pipelineObjects: PipelineObject[] = [];
    for (let at = 0; at < ids.length; at += MOST) {
        const objectIds = ids.slice(at, at + MOST);
        const described = await client.send(new DescribeObjectsCommand({ pipelineId, objectIds }));
        pipelineObjects.push(...(described.pipelineObjects ?? []));
    }
    const statuses = pipelineObjects.flatMap(({ fields = [] }) =>
        fields.flatMap(({ key, stringValue = "" }) => (key === "@status" ? [stringValue] : [])),
    );
    return { begun: statuses.length, succeeded: statuses.filter((status) => status === "FINISHED").length };
}
