import assert from "node:assert/strict";
import { dashboardBody } from "../../../infra/alerts/dashboard-body.ts";
import { settingsOf, stackNames } from "../../../stacks/settings-of.ts";
import { thePlatform } from "../../support/infra-parts.ts";
import { created, namesOf, recordResources, value } from "../../support/mocks.ts";

const DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";

interface Widget {
    type: "text" | "metric";
    x: number;
    y: number;
    width: number;
    height: number;
    properties: { title?: string; region?: string; metrics?: unknown[][] };
}

function widgetsOf(name: string): Widget[] {
    return JSON.parse(String(created(DASHBOARD, name).dashboardBody)).widgets;
}

describe("dashboardBody", () => {
    before(recordResources);

    it("lays graphs out beside each other under their heading, and lists dimensions as CloudWatch wants them", async () => {
        const line = {
            namespace: "AWS/SQS",
            metric: "Age",
            dimensions: { QueueName: "bulk", Of: "it" },
            statistic: "p95",
            label: "bulk",
        };
        const rows = [
            { heading: "First", graphs: [{ title: "One", lines: [line] }] },
            {
                heading: "Second",
                graphs: [
                    { title: "Two", lines: [], periodSeconds: 300 },
                    { title: "Three", lines: [] },
                ],
            },
        ];
        const common = { region: "eu-west-1", view: "timeSeries" };
        const graph = { type: "metric", height: 6 };
        assert.deepEqual(JSON.parse(await value(dashboardBody("eu-west-1", rows))), {
            start: "-PT3H",
            widgets: [
                { type: "text", x: 0, y: 0, width: 24, height: 1, properties: { markdown: "## First" } },
                {
                    ...graph,
                    x: 0,
                    y: 1,
                    width: 24,
                    properties: {
                        ...common,
                        title: "One",
                        period: 60,
                        metrics: [["AWS/SQS", "Age", "QueueName", "bulk", "Of", "it", { stat: "p95", label: "bulk" }]],
                    },
                },
                { type: "text", x: 0, y: 7, width: 24, height: 1, properties: { markdown: "## Second" } },
                {
                    ...graph,
                    x: 0,
                    y: 8,
                    width: 12,
                    properties: { ...common, title: "Two", period: 300, metrics: [] },
                },
                {
                    ...graph,
                    x: 12,
                    y: 8,
                    width: 12,
                    properties: { ...common, title: "Three", period: 60, metrics: [] },
                },
            ],
        });
    });
});

/** What AWS Data Pipeline has no metrics of. */
const STATE_MACHINES = ["Runs done", "Runs failed", "Length of batch runs, in milliseconds"];

for (const stack of stackNames) {
    describe(`the operations dashboard of ${stack}`, () => {
        before(() => thePlatform(stack));

        it("is one page that shows flow, waiting, failures, the model, news and cost", () => {
            assert.deepEqual(namesOf(DASHBOARD), ["operations"]);
            assert.equal(created(DASHBOARD, "operations").dashboardName, `compliance-platform-${stack}`);
            const titles = widgetsOf("operations").flatMap(({ properties }) => properties.title ?? []);
            assert.deepEqual(titles, [
                "Transactions through each step",
                "Put aside, by function",
                "Verdicts and alerts",
                "Oldest waiting, in seconds",
                "Waiting",
                "Dead letters not yet parked",
                "Failed runs",
                "Runs turned away",
                "Length of runs, in milliseconds, 95 of 100 below",
                "Requests to the fraud model",
                "Time to answer, in microseconds, 99 of 100 below",
                "Decided without its answer",
                "How busy its machines are, in percent",
                "How far the world moved from what the model learnt; 0.25 is far",
                "Candidates",
                ...(settingsOf(stack).workflow.orchestrator === "step-functions" ? STATE_MACHINES : []),
                "Runs of Spark that succeeded",
                "Runs of Spark that failed",
                "Processors in use",
                "Hours since the end of what profiles cover",
                "Transactions compared",
                "Findings and reports",
                "Published",
                "Not delivered",
                "Sets brought whole",
                "Requests",
                "Refused",
                "Failed",
                "Capacity in use, in RPUs",
                "RPU-seconds",
                "Loaded",
                "Copies that failed",
                "Length of copies, in seconds",
                "Tiles that failed to load",
                "Milliseconds of run time",
                "Write units",
                "Read units",
                "Bytes stored",
            ]);
        });

        it("has a line for every function, queue, topic, table and workflow", () => {
            const text = JSON.stringify(widgetsOf("operations").map(({ properties }) => properties.metrics));
            for (const [type, dimension] of Object.entries({
                "aws:lambda/function:Function": "FunctionName",
                "aws:sqs/queue:Queue": "QueueName",
                "aws:sns/topic:Topic": "TopicName",
                "aws:dynamodb/table:Table": "TableName",
            })) {
                for (const name of namesOf(type)) assert.ok(text.includes(`"${dimension}","${name}"`), name);
            }
            for (const name of namesOf("aws:sfn/stateMachine:StateMachine")) {
                assert.ok(text.includes(`"StateMachineArn","arn:sfn:${name}"`), name);
            }
        });

        it("fits on the page, without a graph that is empty or lies over another", () => {
            const taken = new Set<string>();
            for (const { type, x, y, width, height, properties } of widgetsOf("operations")) {
                assert.ok(x + width <= 24);
                assert.ok(type === "text" || (properties.metrics ?? []).length > 0, properties.title);
                for (let column = x; column < x + width; column++) {
                    for (let row = y; row < y + height; row++) {
                        assert.ok(!taken.has(`${column} ${row}`), `${properties.title} lies over another`);
                        taken.add(`${column} ${row}`);
                    }
                }
            }
        });
    });
}
