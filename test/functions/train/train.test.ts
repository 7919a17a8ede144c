import assert from "node:assert/strict";
import { gunzipSync, gzipSync } from "node:zlib";
import { LEARNING, Manifest } from "../../../contract/model/learning.ts";
import { partOf } from "../../../functions/train/data-set.ts";
import type { Ports } from "../../../functions/train/ports.ts";
import { train } from "../../../functions/train/train.ts";
import { FEATURES } from "../../../model/features.ts";
import { again, type LearningWorld, learningWorld, NOW, SETTINGS } from "../support/learning-world.ts";

const TOMORROW = "2026-07-01T06:00:00.000Z";

let whole: LearningWorld;
let world: LearningWorld;

before(async () => {
    whole = await learningWorld();
});

const file = (key: string): string[] => (world.model.get(key) ?? "").split("\n").filter((line) => line !== "");
const manifest = (): Manifest => Manifest.parse(JSON.parse(world.model.get(LEARNING.manifest) ?? ""));
const run = (changes: Partial<typeof SETTINGS> = {}, now = NOW, ports: Ports = world.ports) =>
    train(ports, { ...SETTINGS, ...changes }, now);
const judged = () => world.model.set(LEARNING.judged, JSON.stringify({ madeAt: manifest().madeAt, job: "fit-1" }));

describe("train", () => {
    beforeEach(() => {
        world = again(whole);
        world.decideAll("2026-06-20T10:00:00.000Z");
    });

    it("writes each part as the container takes it: the label, the weight, the features", async () => {
        const outcome = await run();
        assert.equal(outcome.wanted, true);
        assert.equal(outcome.reason, "nothing was learnt from decisions yet");
        for (const key of [LEARNING.train, LEARNING.validation]) {
            for (const line of file(key)) {
                assert.equal(line.split(",").length, 2 + FEATURES.length);
                assert.match(line, /^[01],1,[\d.,-]+$/);
            }
        }
        for (const line of file(LEARNING.evaluation)) assert.match(line, /^[01],1,[a-z]+,[A-Z]{2},[\d.,-]+$/);
    });

    it("counts as fraud what an analyst called fraud, also without an alert, and nothing else", async () => {
        await run();
        const { parts, labels } = manifest();
        const fraud = parts.train.fraud + parts.validation.fraud + parts.evaluation.fraud;
        assert.equal(fraud, world.frauds.size);
        assert.equal(labels.decided, world.decisions.size);
        for (const part of ["train", "validation", "evaluation"] as const) {
            const labelled = file(LEARNING[part]).filter((line) => line.startsWith("1,")).length;
            assert.equal(labelled, parts[part].fraud, part);
        }
    });

    it("leaves an alert out until somebody decides on it, and takes it as what was decided then", async () => {
        const alerts = [...world.ledger.values()].filter(({ verdict }) => verdict === "alert");
        const some = alerts.filter(({ id }) => !world.frauds.has(id)).slice(0, 3);
        assert.equal(some.length, 3);
        for (const { id } of some) world.decisions.delete(id);
        await run();
        const before = manifest();
        assert.equal(before.labels.undecided, 3);
        assert.equal(before.labels.decided, world.decisions.size);
        assert.equal(before.labels.matured + before.labels.decided + 3, world.ledger.size);
    });

    it("takes what raised no alert as legitimate only after the time to complain", async () => {
        await run({ maturityDays: 20 });
        const old = [...world.ledger.values()].filter(({ occurredAt }) => occurredAt < "2026-06-11");
        const { labels, to } = manifest();
        assert.equal(labels.matured, old.filter(({ id }) => !world.decisions.has(id)).length);
        assert.ok(labels.matured < world.ledger.size / 2 + 1000);
        assert.equal(to, "2026-06-10");
    });

    it("lets the latest of several decisions count", async () => {
        const [first] = [...world.decisions.values()].filter(({ decision }) => decision === "fraud");
        assert.ok(first);
        const again = { ...first, decision: "legitimate" as const, decidedAt: "2026-06-21T10:00:00.000Z" };
        const both = [again, first];
        const of = async (day: string) =>
            [...world.decisions.values(), ...both].filter(({ decidedAt }) => decidedAt.startsWith(day));
        await run({}, NOW, { ...world.ports, decisions: { of } });
        const { parts } = manifest();
        assert.equal(parts.train.fraud + parts.validation.fraud + parts.evaluation.fraud, world.frauds.size - 1);
    });

    it("puts an account into one part only, whatever is decided later", () => {
        const parts = Array.from({ length: 2000 }, (_, index) => partOf(`account-${index}`));
        const share = (part: string) => parts.filter((one) => one === part).length / parts.length;
        assert.ok(Math.abs(share("train") - 0.7) < 0.04);
        assert.ok(Math.abs(share("validation") - 0.15) < 0.03);
        assert.equal(partOf("account-1"), partOf("account-1"));
    });

    it("lets nothing into the files that names somebody", async () => {
        await run();
        const text = [...world.model.values()].join("\n");
        const lines = [...world.records.values()].flatMap((one) => gunzipSync(one).toString().trim().split("\n"));
        for (const line of lines) {
            const { id, accountId, counterpartyId, cardToken, deviceId } = JSON.parse(line);
            for (const name of [id, accountId, counterpartyId, cardToken, deviceId]) {
                // A short one, such as a number, may be part of any value.
                if (typeof name === "string" && name.length > 8) assert.ok(!text.includes(name), name);
            }
        }
    });

    it("makes the same files of the same world, whatever the order of decisions", async () => {
        await run();
        const first = new Map(world.model);
        const of = async (day: string) =>
            [...world.decisions.values()].reverse().filter(({ decidedAt }) => decidedAt.startsWith(day));
        await run({}, NOW, { ...world.ports, decisions: { of } });
        for (const part of ["train", "validation", "evaluation"] as const) {
            assert.equal(world.model.get(LEARNING[part]), first.get(LEARNING[part]), part);
        }
    });

    it("samples what is too much, and says how many each stands for", async () => {
        await run();
        const all = manifest().labels.matured;
        await run({ rowsAtMost: 500, newDecisions: 1 }, NOW, withDecisionLater());
        const sampled = manifest();
        assert.ok(sampled.labels.matured < all / 2, `${sampled.labels.matured} of ${all}`);
        const parts = [LEARNING.train, LEARNING.validation, LEARNING.evaluation].flatMap(file);
        const weights = parts.filter((line) => line.startsWith("0,")).map((line) => Number(line.split(",")[1]));
        const sum = weights.reduce((one, other) => one + other, 0);
        assert.ok(Math.abs(sum - all) < all / 5, `they stand for ${sum} of ${all}`);
        assert.ok(parts.filter((line) => line.startsWith("1,")).every((line) => line.startsWith("1,1,")));
    });

    it("does not count a line whose finding no longer stands: a later one may be an alert", async () => {
        const passed = [...world.ledger.values()].filter(
            ({ verdict, id }) => verdict === "pass" && !world.frauds.has(id),
        );
        const [first, second] = passed;
        assert.ok(first && second);
        await run();
        const before = manifest().labels.matured;
        world.ledger.set(first.id, { ...first, verdict: "alert", recordKey: "transactions/date=x/later.ndjson.gz" });
        world.ledger.delete(second.id);
        await run({ newDecisions: 1 }, NOW, withDecisionLater());
        assert.equal(manifest().labels.matured, before - 2);
    });
});

/** One more decision than a moment ago, of something that is not in the records. */
function withDecisionLater(): Ports {
    const more = { id: "elsewhere", decision: "legitimate" as const, decidedAt: "2026-06-30T06:00:00.001Z" };
    return {
        ...world.ports,
        decisions: {
            of: async (day) => [...(await world.ports.decisions.of(day)), ...(day === "2026-06-30" ? [more] : [])],
        },
    };
}

describe("train, asked each day,", () => {
    beforeEach(() => {
        world = again(whole);
    });

    it("learns nothing without decisions, and says how many are missing", async () => {
        const outcome = await run();
        assert.deepEqual(outcome, {
            wanted: false,
            reason: "only 0 of the 20 cases of fraud that a model needs were decided",
        });
        assert.equal(world.model.size, 0);
    });

    it("learns nothing when a part would lack fraud", async () => {
        world.decideAll("2026-06-20T10:00:00.000Z");
        for (const [id, one] of world.decisions) {
            const recorded = gunzipSync(world.records.get(one.recordKey ?? "") ?? "")
                .toString()
                .trim()
                .split("\n");
            const { accountId } = recorded.map((line) => JSON.parse(line)).find((line) => line.id === id);
            if (partOf(accountId) === "evaluation") world.decisions.delete(id);
        }
        const { wanted, reason } = await run();
        assert.deepEqual([wanted, reason], [false, "no fraud case in the part for evaluation"]);
        assert.equal(world.model.size, 0);
    });

    it("wants what it prepared until a model of it was judged, then nothing until there is news", async () => {
        world.decideAll("2026-06-20T10:00:00.000Z");
        await run();
        const made = manifest().madeAt;
        const again = await run({}, TOMORROW);
        assert.deepEqual(again, { wanted: true, reason: "no model of what was prepared on 2026-06-30 was judged yet" });
        assert.equal(manifest().madeAt, made);
        judged();
        const idle = await run({}, TOMORROW);
        assert.deepEqual(idle, { wanted: false, reason: "0 of 50 new decisions since 2026-06-30" });
    });

    it("learns again after enough new decisions, or when what it learnt is old and anything is new", async () => {
        world.decideAll("2026-06-20T10:00:00.000Z");
        await run();
        judged();
        world.decideAll("2026-07-01T05:00:00.000Z");
        assert.match((await run({ windowDays: 60 }, TOMORROW)).reason, /^\d+ new decisions$/);
        judged();
        const [first] = world.decisions.values();
        assert.ok(first);
        world.decisions.set(first.id, { ...first, decidedAt: "2026-07-30T06:00:00.000Z" });
        const late = await run({ windowDays: 90 }, "2026-08-02T06:00:00.000Z");
        assert.deepEqual([late.wanted, late.reason], [true, "what the model learnt is of 2026-07-01"]);
    });

    it("prepares again after a run that died half-way: the manifest still names what was whole", async () => {
        world.decideAll("2026-06-20T10:00:00.000Z");
        const dying = (writes: number): Ports => {
            let done = 0;
            const write: Ports["model"]["write"] = async (...object) => {
                if (done++ === writes) throw new Error("the run died");
                await world.ports.model.write(...object);
            };
            return { ...world.ports, model: { ...world.ports.model, write } };
        };
        for (const writes of [0, 1, 2, 3, 4]) {
            await assert.rejects(run({}, NOW, dying(writes)), /the run died/);
            assert.equal(world.model.has(LEARNING.manifest), false);
        }
        assert.equal((await run()).wanted, true);
        assert.ok(world.model.has(LEARNING.manifest));
    });

    it("takes a manifest that is none for absent", async () => {
        world.decideAll("2026-06-20T10:00:00.000Z");
        world.model.set(LEARNING.manifest, "{");
        assert.equal((await run()).reason, "nothing was learnt from decisions yet");
    });

    it("names an object of records that it cannot read, and quotes nothing of it", async () => {
        world.decideAll("2026-06-20T10:00:00.000Z");
        const [key = ""] = world.records.keys();
        world.records.set(key, gzipSync('{"id":"secret"'));
        await assert.rejects(run(), (error: Error) => {
            assert.equal(error.name, "RecordsError");
            assert.ok(error.message.includes(key) && !error.message.includes("secret"));
            return true;
        });
        world.records.delete(key);
        world.ports.records.first = async () => ({ keys: [key], complete: true });
        await assert.rejects(run(), { name: "RecordsError", message: /are gone/ });
    });

    it("gives up while there is time to say so", async () => {
        world.decideAll("2026-06-20T10:00:00.000Z");
        await assert.rejects(run({}, NOW, { ...world.ports, remainingMs: () => 100_000 }), {
            name: "TimeError",
            message: /rowsAtMost/,
        });
    });
});

describe("the drift of the model", () => {
    before(async () => {
        // The last of it is yesterday.
        world = await learningWorld(4000, "2026-06-15T00:00:00.000Z");
        world.decideAll("2026-06-20T10:00:00.000Z");
        await run();
        judged();
    });

    it("is unknown before anything was learnt", async () => {
        const { reference, ...rest } = LEARNING;
        const text = world.model.get(reference) ?? "";
        world.model.delete(reference);
        assert.equal((await run()).drift, undefined);
        world.model.set(reference, text);
        assert.ok(rest.manifest);
    });

    it("is told for each feature, and kept by the day it ends with", async () => {
        const { drift, wanted } = await run();
        assert.ok(drift);
        assert.equal(wanted, false);
        assert.deepEqual(
            Object.keys(drift.indices),
            FEATURES.map(({ name }) => name).filter((name) => name !== "weekday"),
        );
        assert.equal(drift.most.index, Math.max(...Object.values(drift.indices)));
        const kept = JSON.parse(world.model.get("learning/drift/2026-06-29.json") ?? "");
        assert.deepEqual(kept.indices, drift.indices);
        assert.equal(kept.days, 7);
        assert.ok(kept.rows >= 1000);
    });

    it("is an occasion to learn when the world has moved far", async () => {
        const reference = JSON.parse(world.model.get(LEARNING.reference) ?? "");
        const before = world.model.get(LEARNING.reference) ?? "";
        reference.features.euroCents.cuts = reference.features.euroCents.cuts.map((cut: number) => cut * 4);
        world.model.set(LEARNING.reference, JSON.stringify(reference));
        const { wanted, reason, drift } = await run();
        assert.equal(drift?.most.name, "euroCents");
        assert.equal(wanted, true);
        assert.match(reason, /^euroCents moved far from what the model learnt, by \d\.\d\d$/);
        assert.equal(world.model.get(LEARNING.reference), before, "what was learnt anew is the new reference");
    });

    it("is not told of too few transactions", async () => {
        assert.equal((await run({}, "2026-07-05T06:00:00.000Z")).drift, undefined);
    });
});
