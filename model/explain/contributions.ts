import { at, type Ensemble, isLeaf, next, type Row, type Tree } from "./ensemble.ts";

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

/** No path of a tree that SageMaker trains is longer: its `max_depth` ends at 10 by our settings. */
const LONGEST_PATH = 64;

/** The features met on the way from the root to a node, each once. Arrays instead of objects: a row walks all leaves. */
class Path {
    length = 0;
    readonly feature = new Int32Array(LONGEST_PATH);
    /** Share of training rows that go this way when the feature is not known. */
    readonly unknown = new Float64Array(LONGEST_PATH);
    /** 1 when the row goes this way, else 0. */
    readonly known = new Float64Array(LONGEST_PATH);
    /** Weight of the subsets of as many features as the place in the path. */
    readonly weight = new Float64Array(LONGEST_PATH);

    copy(other: Path): void {
        const { length } = other;
        this.length = length;
        for (let index = 0; index < length; index++) {
            this.feature[index] = other.feature[index] as number;
            this.unknown[index] = other.unknown[index] as number;
            this.known[index] = other.known[index] as number;
            this.weight[index] = other.weight[index] as number;
        }
    }

    /** Adds a feature, its weights spread over the subsets that have it and those that do not. */
    add(feature: number, unknown: number, known: number): void {
        const { weight, length } = this;
        this.feature[length] = feature;
        this.unknown[length] = unknown;
        this.known[length] = known;
        weight[length] = length === 0 ? 1 : 0;
        this.length++;
        for (let index = length - 1; index >= 0; index--) {
            const own = weight[index] as number;
            weight[index + 1] = (weight[index + 1] as number) + (known * own * (index + 1)) / (length + 1);
            weight[index] = (unknown * own * (length - index)) / (length + 1);
        }
    }

    placeOf(feature: number): number {
        for (let index = 1; index < this.length; index++) if (this.feature[index] === feature) return index;
        return -1;
    }

    /** Takes a feature out as if it had never been added. */
    remove(place: number): void {
        this.weightWithout(place, this.weight);
        this.length--;
        for (let index = place; index < this.length; index++) {
            this.feature[index] = this.feature[index + 1] as number;
            this.unknown[index] = this.unknown[index + 1] as number;
            this.known[index] = this.known[index + 1] as number;
        }
    }

    /** The sum of the weights without a feature, the inverse of `add`; `target`, when given, receives them one by one. */
    weightWithout(place: number, target?: Float64Array): number {
        const { weight, length } = this;
        const last = length - 1;
        const known = this.known[place] as number;
        const unknown = this.unknown[place] as number;
        let following = weight[last] as number;
        let sum = 0;
        for (let index = last - 1; index >= 0; index--) {
            const own = weight[index] as number;
            const without =
                known === 0
                    ? (own * length) / (unknown * (last - index))
                    : (following * length) / ((index + 1) * known);
            following = own - (without * unknown * (last - index)) / length;
            sum += without;
            if (target !== undefined) target[index] = without;
        }
        return sum;
    }
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
