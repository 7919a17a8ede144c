import { at, type Ensemble, isLeaf, next, type Row, type Tree } from "./ensemble.ts";
import { Path } from "./path.ts";

/**
 * What each feature adds to the margin of one row (SHAP values of a tree ensemble, path-dependent, as XGBoost's
 * `pred_contribs` gives them): together with `expectedMargin` they sum to the margin. A row costs the leaves times the
 * square of the depth.
 *
 * The algorithm is of Lundberg et al., From local explanations to global understanding with explainable AI for trees
 * (2020), algorithm 2.
 */
export function contributionsOf({ trees, features }: Ensemble, row: Row): number[] {
    const sums = new Float64Array(features.length);
    for (const tree of trees) new Explanation(tree, row, sums).run();
    return [...sums];
}

/** The margin of an average training row. */
export function expectedMargin({ trees, baseMargin }: Ensemble): number {
    return trees.reduce((sum, tree) => sum + expected(tree, 0), baseMargin);
}

function expected(tree: Tree, node: number): number {
    if (isLeaf(tree, node)) return at(tree.condition, node);
    const [left, right] = [at(tree.left, node), at(tree.right, node)];
    const ofLeft = at(tree.cover, left) * expected(tree, left);
    return (ofLeft + at(tree.cover, right) * expected(tree, right)) / at(tree.cover, node);
}

class Explanation {
    readonly #tree: Tree;
    readonly #row: Row;
    readonly #sums: Float64Array;

    constructor(tree: Tree, row: Row, sums: Float64Array) {
        this.#tree = tree;
        this.#row = row;
        this.#sums = sums;
    }

    run(): void {
        const path = pathAt(0);
        path.length = 0;
        path.add(-1, 1, 1);
        this.#descend(0, 0);
    }

    /** `depth` says which of the shared paths leads to the node. */
    #descend(node: number, depth: number): void {
        const tree = this.#tree;
        const path = pathAt(depth);
        if (isLeaf(tree, node)) {
            this.#credit(path, at(tree.condition, node));
            return;
        }
        const feature = at(tree.feature, node);
        const taken = next(tree, node, this.#row);
        for (const child of [at(tree.left, node), at(tree.right, node)]) {
            const further = pathAt(depth + 1);
            further.copy(path);
            const share = at(tree.cover, child) / at(tree.cover, node);
            let [unknown, known] = [share, child === taken ? 1 : 0];
            const place = path.placeOf(feature);
            if (place !== -1) {
                unknown *= path.unknown[place] as number;
                known *= path.known[place] as number;
                further.remove(place);
            }
            further.add(feature, unknown, known);
            this.#descend(child, depth + 1);
        }
    }

    #credit(path: Path, value: number): void {
        for (let index = 1; index < path.length; index++) {
            const feature = path.feature[index] as number;
            const difference = (path.known[index] as number) - (path.unknown[index] as number);
            this.#sums[feature] = (this.#sums[feature] as number) + path.weightWithout(index) * difference * value;
        }
    }
}

const paths: Path[] = [];

function pathAt(depth: number): Path {
    let path = paths[depth];
    if (path === undefined) {
        path = new Path();
        paths[depth] = path;
    }
    return path;
}
