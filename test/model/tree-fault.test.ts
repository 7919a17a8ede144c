import assert from "node:assert/strict";
import { treeFault } from "../../model/artefact/tree-fault.ts";
import type { Tree } from "../../model/explain/ensemble.ts";

/** A question about feature 1 with two leaves. */
const tree: Tree = {
    left: [1, -1, -1],
    right: [2, -1, -1],
    feature: [1, 0, 0],
    condition: [5, 0.1, -0.1],
    missingLeft: [1, 0, 0],
    cover: [2, 1, 1],
};

/** A tree with so many edges from root to the last leaf. */
function deep(edges: number): Tree {
    const nodes = Array.from({ length: 2 * edges + 1 }, (_, node) => node);
    const child = (node: number, at: number) => (node % 2 === 0 && node < 2 * edges ? node + at : -1);
    const zeros = nodes.map(() => 0);
    return {
        left: nodes.map((node) => child(node, 1)),
        right: nodes.map((node) => child(node, 2)),
        feature: zeros,
        condition: zeros,
        missingLeft: zeros,
        cover: zeros,
    };
}

describe("the check of a tree", () => {
    it("finds nothing in one whose ways all end", () => {
        assert.equal(treeFault(tree, 2), undefined);
        assert.equal(treeFault(deep(60), 1), undefined);
    });

    const faults: [fault: string, broken: Tree][] = [
        ["has lists of different lengths", { ...tree, cover: [1] }],
        [
            "has lists of different lengths",
            { left: [], right: [], feature: [], condition: [], missingLeft: [], cover: [] },
        ],
        ["holds what is no number", { ...tree, condition: [Number.NaN, 0.1, -0.1] }],
        ["holds what is no number", { ...tree, cover: [Number.POSITIVE_INFINITY, 1, 1] }],
        ["leads nowhere or in a circle, at node 3", { ...tree, left: [3, -1, -1] }],
        ["leads nowhere or in a circle, at node -1", { ...tree, right: [-1, -1, -1] }],
        ["leads nowhere or in a circle, at node 0", { ...tree, left: [0, -1, -1] }],
        ["leads nowhere or in a circle, at node 1", { ...tree, right: [1, -1, -1] }],
        ["is deeper than 60", deep(61)],
        ["asks about feature 2", { ...tree, feature: [2, 0, 0] }],
        ["asks about feature -1", { ...tree, feature: [-1, 0, 0] }],
        ["asks about feature 0.5", { ...tree, feature: [0.5, 0, 0] }],
    ];
    for (const [fault, broken] of faults) {
        it(`says that one ${fault}`, () => assert.equal(treeFault(broken, 2), fault));
    }
});
