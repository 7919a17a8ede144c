import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createTar } from "nanotar";
import { LEARNING } from "../../../contract/model/learning.ts";
import { judge } from "../../../functions/judge/judge.ts";
import type { Job, Ports, Proposal } from "../../../functions/judge/ports.ts";
import { train } from "../../../functions/train/train.ts";
import { readUbjson } from "../../../model/artefact/ubjson.ts";
import { paths } from "../../../tools/paths.mjs";
import { starterFile } from "../../support/starter-model.ts";
import { again, type LearningWorld, learningWorld, NOW, SETTINGS } from "../support/learning-world.ts";

const LATER = "2026-06-30T08:00:00.000Z";
const starter = readFileSync(join(paths.root, "model", "starter", "model.tar.gz"));

/** The starter after few of its rounds. */
function crippled(rounds: number): Uint8Array {
    // XGBoost's own form.
    const model = readUbjson(starterFile("xgboost-model")) as { learner: { attributes: Record<string, string> } };
    model.learner.attributes.best_iteration = String(rounds - 1);
    return gzipSync(createTar([{ name: "xgboost-model", data: JSON.stringify(model) }]));
}

const weak = crippled(2);
const FIT: Job = { name: "fit-1", artefact: "s3://models/trained/fit-1/output/model.tar.gz", image: "xgboost:3" };
const CHAMPION = "starter/1/model.tar.gz";

let base: LearningWorld;
let world: LearningWorld;
let artefacts: Map<string, Uint8Array>;
let proposals: Proposal[];
let told: { subject: string; message: Record<string, unknown> }[];
let jobs: Job[];
let champion: string | undefined;

const report = () => JSON.parse(world.model.get("learning/reports/fit-1.json") ?? "");

/** The world as the judge meets it; it dies before the effect of this number. */
function ports(diesBefore = Number.POSITIVE_INFINITY): Ports {
    let effects = 0;
    const effect = (): void => {
        if (effects++ === diesBefore) throw new Error("the run died");
    };
    return {
        trainings: {
            newest: async (after) => (after < LATER ? jobs.at(-1) : undefined),
            champion: async () => champion,
            proposed: async (job) => {
                const index = proposals.findIndex((one) => one.job.name === job);
                return index === -1 ? undefined : `version-${index + 1}`;
            },
            propose: async (proposal) => {
                effect();
                return `version-${proposals.push(proposal)}`;
            },
        },
        model: {
            read: async (key) => artefacts.get(key) ?? world.ports.model.read(key),
            write: async (...object) => {
                effect();
                await world.ports.model.write(...object);
            },
        },
        bucket: "models",
        operations: {
            publish: async (subject, message) => {
                effect();
                told.push({ subject, message: message as Record<string, unknown> });
            },
        },
    };
}

function meet(of: { champion: Uint8Array; challenger: Uint8Array }): void {
    artefacts = new Map([
        [CHAMPION, of.champion],
        ["trained/fit-1/output/model.tar.gz", of.challenger],
    ]);
}

describe("judge", () => {
    before(async () => {
        // As little fraud as there is: where it is more than people review, all models find the same.
        base = await learningWorld(12_000, undefined, 0.015);
        base.decideAll("2026-06-20T10:00:00.000Z");
        await train(base.ports, SETTINGS, NOW);
    });

    beforeEach(() => {
        world = again(base);
        for (const [key, text] of base.model) world.model.set(key, text);
        [proposals, told, jobs, champion] = [[], [], [FIT], `s3://models/${CHAMPION}`];
        meet({ champion: weak, challenger: starter });
    });

    it("proposes a candidate that is better, with the figures of both, and asks people to approve it", async () => {
        assert.deepEqual(await judge(ports(), LATER), {
            job: "fit-1",
            proposed: true,
            reason: "proposed as version-1",
        });
        assert.equal(proposals.length, 1);
        const { job, metadata = {} } = proposals[0] ?? {};
        assert.deepEqual(job, FIT);
        assert.ok(Number(metadata.recallAtBudget) > Number(metadata.recallAtBudgetOfChampion));
        assert.equal(metadata.job, "fit-1");
        for (const value of Object.values(metadata)) assert.ok(value.length <= 256);
        const { champion: before, challenger, faults, version, preparedAt } = report();
        assert.deepEqual([faults, version, preparedAt], [[], "version-1", NOW]);
        assert.ok(challenger.recallAtBudget > before.recallAtBudget);
        assert.ok(Object.keys(challenger.groups).some((name) => name.startsWith("channel ")));
        assert.ok(Object.keys(challenger.groups).some((name) => name.startsWith("country ")));
        assert.match(told[0]?.subject ?? "", /waits for approval/);
    });

    it("proposes none that is worse, and says why", async () => {
        meet({ champion: starter, challenger: weak });
        const { proposed, reason } = await judge(ports(), LATER);
        assert.equal(proposed, false);
        assert.match(reason, /within the review budget/);
        assert.deepEqual(proposals, []);
        assert.deepEqual(report().faults.join("; "), reason);
        assert.match(told[0]?.subject ?? "", /not proposed/);
    });

    it("proposes none that is only as good", async () => {
        meet({ champion: starter, challenger: starter });
        assert.equal((await judge(ports(), LATER)).proposed, false);
    });

    it("judges each training once, and lets train know", async () => {
        assert.equal((await train(world.ports, SETTINGS, LATER)).wanted, true);
        await judge(ports(), LATER);
        assert.equal((await train(world.ports, SETTINGS, LATER)).wanted, false);
        const second = await judge(ports(), LATER);
        assert.deepEqual(second, { job: "fit-1", proposed: false, reason: "it was judged already" });
        assert.equal(told.length, 1);
    });

    it("makes up for a run that died at any effect: one proposal, one report, one mark", async () => {
        for (const fatal of [0, 1, 2, 3]) {
            proposals = [];
            world.model.delete(LEARNING.judged);
            await assert.rejects(judge(ports(fatal), LATER), /the run died/);
            assert.equal(world.model.has(LEARNING.judged), false);
            assert.equal((await judge(ports(), LATER)).reason, "proposed as version-1");
            assert.equal(proposals.length, 1);
        }
    });

    it("has nothing to do before something was prepared, and before it was learnt", async () => {
        jobs = [];
        assert.match((await judge(ports(), LATER)).reason, /^no training of what was prepared on .* is done$/);
        world.model.delete(LEARNING.manifest);
        assert.equal((await judge(ports(), LATER)).reason, "nothing was prepared to learn from yet");
        assert.deepEqual(told, []);
    });

    it("judges a candidate that cannot be read for good", async () => {
        meet({ champion: starter, challenger: new Uint8Array([1, 2, 3]) });
        const { proposed, reason } = await judge(ports(), LATER);
        assert.deepEqual([proposed, /no whole tar.gz/.test(reason)], [false, true]);
        artefacts.delete("trained/fit-1/output/model.tar.gz");
        jobs = [{ ...FIT, name: "fit-2" }];
        assert.match((await judge(ports(), LATER)).reason, /there is no object s3:\/\/models\/trained/);
        assert.ok(world.model.has(LEARNING.judged));
    });

    it("judges nothing against a champion that cannot be read, and names it", async () => {
        for (const address of ["s3://elsewhere/model.tar.gz", "s3://models/gone.tar.gz", `s3://models/${CHAMPION}`]) {
            champion = address;
            meet({ champion: new Uint8Array(), challenger: starter });
            await assert.rejects(judge(ports(), LATER), (error: Error) => {
                assert.equal(error.name, "ChampionError");
                assert.ok(error.message.includes(address));
                return true;
            });
        }
        assert.equal(world.model.has(LEARNING.judged), false);
        assert.deepEqual(proposals, []);
    });

    it("proposes nothing where no model serves: the first one is named by people", async () => {
        champion = undefined;
        const { proposed, reason } = await judge(ports(), LATER);
        assert.equal(proposed, false);
        assert.match(reason, /no model serves .* compliance-platform:modelArtifact/);
        assert.ok(report().challenger.recallAtBudget > 0);
    });

    it("refuses cases that are gone, or half those of another day, or none", async () => {
        const whole = world.model.get(LEARNING.evaluation) ?? "";
        for (const [text, message] of [
            [undefined, /is gone/],
            [whole.slice(0, whole.length / 2), /is not what the manifest names/],
        ] as const) {
            if (text === undefined) world.model.delete(LEARNING.evaluation);
            else world.model.set(LEARNING.evaluation, text);
            await assert.rejects(judge(ports(), LATER), { name: "EvaluationError", message });
        }
        assert.deepEqual(told, []);
    });
});
