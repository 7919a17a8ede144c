import assert from "node:assert/strict";
import { batchWorkflows } from "../../../infra/workflow/batch-workflows.ts";
import type { Workflow, WorkflowStep } from "../../../infra/workflow/workflow.ts";
import { DATA_PIPELINE_REGIONS, regionFaults, workflowFaults } from "../../../infra/workflow/workflow-faults.ts";
import { tell } from "../../../stacks/fault.ts";
import { offered, step, workflow } from "./support/workflows.ts";

const told = (wrong: Workflow) => workflowFaults(wrong, offered).map(tell);
const withStep = (changes: Partial<WorkflowStep>) => workflow({ tracks: [{ name: "intake", steps: [step(changes)] }] });

describe("the faults of a workflow", () => {
    it("are none in the platform's own", () => {
        const rhythm = { periodMinutes: 55, insightPeriodMinutes: 820 };
        const all = batchWorkflows(rhythm, offered);
        assert.deepEqual(
            all.map(({ name }) => name),
            ["intake", "insight", "books", "balance"],
        );
        assert.deepEqual(all.flatMap(told), []);
    });

    const at = "tracks[0].steps[0]";
    const one =
        "{ function: one of collect, reconcile, report } or { sparkJob: one of trends } or { training: one of fraud }";
    const dashed = "lower-case words joined by dashes, at most 40 characters";
    const asking = "the name of an earlier step of the track that runs a function";
    const pair = (before: Partial<WorkflowStep>, onlyIf: string) =>
        workflow({ tracks: [{ name: "intake", steps: [step(before), step({ name: "later", onlyIf })] }] });
    const cases: [string, Workflow, string[]][] = [
        [
            "a step that asks one that is not there",
            pair({}, "fetched"),
            [`tracks[0].steps[1].onlyIf is "fetched"; it must be ${asking}`],
        ],
        ["a step that asks itself", pair({}, "later"), [`tracks[0].steps[1].onlyIf is "later"; it must be ${asking}`]],
        [
            "a step that asks one that cannot answer",
            pair({ runs: { training: "fraud" } }, "fetch"),
            [`tracks[0].steps[1].onlyIf is "fetch"; it must be ${asking}`],
        ],
        [
            "a period shorter than Data Pipeline takes",
            workflow({
                periodMinutes: 14,
                tracks: [{ name: "intake", steps: [step({ timeoutMinutes: 1, retries: 0 })] }],
            }),
            ["periodMinutes is 14; it must be a whole number of minutes from 15 to 4320"],
        ],
        [
            "more retries than Data Pipeline takes",
            withStep({ retries: 6 }),
            [`${at}.retries is 6; it must be a whole number of further attempts from 0 to 5`],
        ],
        [
            "a shorter wait than Data Pipeline takes",
            withStep({ retryDelayMinutes: 1 }),
            [`${at}.retryDelayMinutes is 1; it must be a whole number of minutes from 2 to 60`],
        ],
        [
            "an attempt longer than a function runs",
            withStep({ timeoutMinutes: 16 }),
            [`${at}.timeoutMinutes is 16; it must be at most 15 for what it runs`],
        ],
        [
            "a verb that is no function",
            withStep({ runs: { function: "dance" } }),
            [`${at}.runs is {"function":"dance"}; it must be ${one}`],
        ],
        [
            "a Spark job that nothing offers",
            withStep({ runs: { sparkJob: "dance" } }),
            [`${at}.runs is {"sparkJob":"dance"}; it must be ${one}`],
        ],
        [
            "what would run two things at once",
            withStep({ runs: { function: "collect", training: "fraud" } }),
            [`${at}.runs is {"function":"collect","training":"fraud"}; it must be ${one}`],
        ],
        ["text in place of it", withStep({ runs: "collect" as never }), [`${at}.runs is "collect"; it must be ${one}`]],
        [
            "an attempt longer than anything may run",
            withStep({ runs: { training: "fraud" }, timeoutMinutes: 721, retries: 0 }),
            [`${at}.timeoutMinutes is 721; it must be a whole number of minutes from 1 to 720`],
        ],
        ["a name that is none", withStep({ name: "Fetch it" }), [`${at}.name is "Fetch it"; it must be ${dashed}`]],
        [
            "words that an orchestrator would take for an expression",
            withStep({ description: "Fetches #{myBucket} again" }),
            [
                `${at}.description is "Fetches #{myBucket} again"; it must be 10 to 200 printable ASCII characters, without #{`,
            ],
        ],
        ["no track", workflow({ tracks: [] }), ["tracks is []; it must be a list of at least one track"]],
        [
            "no step",
            workflow({ tracks: [{ name: "intake", steps: [] }] }),
            ["tracks[0].steps is []; it must be a list of at least one step"],
        ],
        [
            "two steps of one name, also in different tracks",
            workflow({
                tracks: [
                    { name: "one", steps: [step()] },
                    { name: "other", steps: [step()] },
                ],
            }),
            [
                'tracks[1].steps[0].name is "fetch"; it must be a name that no other has, because alerts and logs name it',
            ],
        ],
        [
            "a run that outlasts its period",
            workflow({ periodMinutes: 54 }),
            [
                'tracks[0].steps is "55 minutes"; it must be done within the period of 54 minutes, all attempts and waits included',
            ],
        ],
        [
            "more steps than Data Pipeline has room for",
            workflow({
                tracks: Array.from({ length: 50 }, (_, index) => ({
                    name: `track-${index}`,
                    steps: [step({ name: `step-${index}` })],
                })),
            }),
            ["tracks is 50; it must be at most 48 steps in all, or Data Pipeline has too many objects"],
        ],
    ];
    for (const [title, wrong, expected] of cases) {
        it(`tell of ${title}`, () => assert.deepEqual(told(wrong), expected));
    }

    it("come all together", () => {
        const wrong = workflow({ name: "", tracks: [{ name: "intake", steps: [step({ retries: 9 }), step()] }] });
        assert.deepEqual(
            workflowFaults(wrong, offered).map(({ path }) => path),
            ["name", "tracks[0].steps[0].retries", "tracks[0].steps[1].name"],
        );
    });

    it("of something that is no workflow are told as well", () => {
        for (const wrong of [null, [], { name: "x", tracks: [null] }, { name: "x", tracks: [{ steps: "none" }] }]) {
            assert.notDeepEqual(workflowFaults(wrong as unknown as Workflow, offered), []);
        }
    });

    it("include a region that Data Pipeline is not in", () => {
        assert.deepEqual(DATA_PIPELINE_REGIONS.flatMap(regionFaults), []);
        assert.deepEqual(regionFaults("eu-central-1").map(tell), [
            'region is "eu-central-1"; it must be one of us-east-1, us-west-2, eu-west-1, ap-southeast-2, ap-northeast-1, where AWS Data Pipeline exists, or else the orchestrator step-functions',
        ]);
    });
});
