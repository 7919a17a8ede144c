import assert from "node:assert/strict";
import { EXPLAINER_KEY } from "../../../contract/model/serving.ts";
import { Explainer } from "../../../functions/score/explainer.ts";
import { marginOf, probabilityOf } from "../../../model/explain/ensemble.ts";
import { ensemble } from "../support/model.ts";

const MINUTE = 60_000;
const row = ensemble.features.map((_, index) => (index === 0 ? 5_000_000 : 3));
const probability = probabilityOf(marginOf(ensemble, row));
const other = { ...ensemble, baseMargin: ensemble.baseMargin - 2 };
const probabilityOfOther = probabilityOf(marginOf(other, row));

function world(first: unknown = ensemble) {
    const state = { content: first, reads: [] as string[], now: 0 };
    const explainer = new Explainer(
        {
            read: async (key) => {
                state.reads.push(key);
                if (state.content instanceof Error) throw state.content;
                return state.content === undefined ? undefined : Buffer.from(JSON.stringify(state.content));
            },
        },
        () => state.now,
    );
    const codes = async (given = probability) => (await explainer.reasons(row, given, 0.9)).map(({ code }) => code);
    return { state, codes };
}

describe("the explainer", () => {
    it("reads the trees at the first alert, and keeps them for ten minutes", async () => {
        const { state, codes } = world();
        assert.deepEqual(state.reads, []);
        assert.ok((await codes()).length > 0);
        assert.ok((await codes()).length > 0);
        state.now = 10 * MINUTE - 1;
        await codes();
        assert.deepEqual(state.reads, [EXPLAINER_KEY]);
        state.now = 10 * MINUTE;
        await codes();
        assert.equal(state.reads.length, 2);
    });

    it("takes the model's answer as 32-bit floats give it", async () => {
        const { codes } = world();
        assert.ok((await codes(Math.fround(probability))).length > 0);
        assert.ok((await codes(probability + 9e-6)).length > 0);
        assert.deepEqual(await codes(probability + 2e-5), []);
        assert.deepEqual(await codes(probability - 2e-5), []);
    });

    it("reads again when another model answers, and believes only the trees that give its score", async () => {
        const { state, codes } = world();
        await codes();
        state.content = other;
        state.now = MINUTE;
        assert.ok((await codes(probabilityOfOther)).length > 0);
        assert.equal(state.reads.length, 2);
        assert.deepEqual(await codes(probability), []);
    });

    it("reads once a minute at most while the trees are of another model", async () => {
        const { state, codes } = world();
        for (const now of [0, 1, MINUTE - 1, MINUTE, MINUTE + 1, 2 * MINUTE]) {
            state.now = now;
            assert.deepEqual(await codes(probabilityOfOther), []);
        }
        assert.equal(state.reads.length, 3);
    });

    it("goes on with the trees at hand when the bucket fails", async () => {
        const { state, codes } = world();
        await codes();
        state.content = new Error("no bucket");
        state.now = 11 * MINUTE;
        assert.ok((await codes()).length > 0);
        assert.equal(state.reads.length, 2);
    });

    it("says nothing, and asks once a minute, while there are no trees", async () => {
        for (const nothing of [undefined, new Error("no bucket")]) {
            const { state, codes } = world(nothing);
            state.content = nothing;
            for (const now of [0, 1, MINUTE - 1, MINUTE]) {
                state.now = now;
                assert.deepEqual(await codes(), []);
            }
            assert.equal(state.reads.length, 2);
            state.content = ensemble;
            state.now = 2 * MINUTE;
            assert.ok((await codes()).length > 0);
        }
    });

    const [tree] = ensemble.trees;
    for (const [what, broken] of [
        ["is no model", { hello: 1 }],
        ["is of other features", { ...ensemble, features: [...ensemble.features].reverse() }],
        ["has an empty tree", { ...ensemble, trees: [{ ...tree, left: [] }] }],
        ["has a tree that is cut short", { ...ensemble, trees: [{ ...tree, cover: [1] }] }],
        ["has a tree that goes in a circle", { ...ensemble, trees: [{ ...tree, left: tree?.left.with(1, 0) }] }],
        [
            "has a tree that goes in a circle to the right",
            { ...ensemble, trees: [{ ...tree, right: tree?.right.with(1, 0) }] },
        ],
        [
            "asks about a feature that there is not",
            { ...ensemble, trees: [{ ...tree, feature: tree?.feature.with(0, 9_999) }] },
        ],
        ["has a tree that leads nowhere", { ...ensemble, trees: [{ ...tree, right: tree?.right.with(0, 9_999) }] }],
    ] as const) {
        it(`believes nothing that ${what}`, async () => {
            const { codes } = world(broken);
            assert.deepEqual(await codes(), []);
        });
    }
});
