import assert from "node:assert/strict";
import { batchWorkflows } from "../../../infra/workflow/batch-workflows.ts";

const rhythm = { periodMinutes: 60, insightPeriodMinutes: 1440 };
const stepsOf = (offered: Parameters<typeof batchWorkflows>[1]) =>
    batchWorkflows(rhythm, offered).map(({ name, tracks }) => [
        name,
        Object.fromEntries(tracks.map((track) => [track.name, track.steps.map((step) => step.name)])),
    ]);

describe("batchWorkflows", () => {
    it("ask Azure beside the look at the history, so that neither's failure stops the other", () => {
        const offered = {
            function: ["collect", "request", "train", "judge"],
            sparkJob: ["trends"],
            training: ["fraud"],
        };
        assert.deepEqual(stepsOf(offered), [
            ["intake", { intake: ["collect"] }],
            ["insight", { insight: ["trends", "train", "fit", "judge"], supplementary: ["request"] }],
        ]);
    });

    it("report each day, however seldom the history is looked at", () => {
        const seldom = { periodMinutes: 60, insightPeriodMinutes: 4320 };
        const [workflow] = batchWorkflows(seldom, { function: ["report"], sparkJob: [], training: [] }).slice(-1);
        assert.deepEqual([workflow?.name, workflow?.periodMinutes], ["books", 1440]);
        assert.deepEqual(stepsOf({ function: ["collect", "report"], sparkJob: [], training: [] }), [
            ["intake", { intake: ["collect"] }],
            ["books", { books: ["report"] }],
        ]);
    });

    it("compare ledger and warehouse each hour", () => {
        const [workflow] = batchWorkflows(rhythm, { function: ["reconcile"], sparkJob: [], training: [] }).slice(-1);
        assert.deepEqual([workflow?.name, workflow?.periodMinutes], ["balance", 60]);
        assert.deepEqual(stepsOf({ function: ["collect", "reconcile"], sparkJob: [], training: [] }), [
            ["intake", { intake: ["collect"] }],
            ["balance", { balance: ["reconcile"] }],
        ]);
    });

    it("look after the figures each hour, beside the balance, so that neither's failure stops the other", () => {
        assert.deepEqual(
            stepsOf({ function: ["collect", "reconcile", "publish"], sparkJob: [], training: [] }).slice(1),
            [["balance", { balance: ["reconcile"], figures: ["publish"] }]],
        );
    });

    it("look for an approved version each hour, whether or not anything was trained, and stop nothing beside it", () => {
        assert.deepEqual(
            stepsOf({ function: ["collect", "reconcile", "promote"], sparkJob: [], training: [] }).slice(1),
            [["balance", { balance: ["reconcile"], approval: ["promote"] }]],
        );
    });

    it("have no track and no workflow without a step", () => {
        assert.deepEqual(stepsOf({ function: ["collect", "request"], sparkJob: [], training: [] }), [
            ["intake", { intake: ["collect"] }],
            ["insight", { supplementary: ["request"] }],
        ]);
        assert.deepEqual(stepsOf({ function: ["collect"], sparkJob: [], training: [] }), [
            ["intake", { intake: ["collect"] }],
        ]);
    });
});
