/** One decision tree, as arrays over its nodes; node 0 is the root. */
export interface Tree {
    /** Child when the value is below the condition; -1 at a leaf. */
    left: number[];
    /** Child when it is not. */
    right: number[];
    /** Index of the feature that the node asks about. */
    feature: number[];
    /** What the node compares with; at a leaf, what the leaf adds to the margin. */
    condition: number[];
    /** 1 where a missing value goes left, else 0. */
    missingLeft: number[];
    /** Weight of the training rows that reached the node. */
    cover: number[];
}

/** A gradient-boosted model: its answer is the logistic function of the sum of all leaves and `baseMargin`. */
export interface Ensemble {
    /** Names of the features in the order of a row. */
    features: string[];
    baseMargin: number;
    trees: Tree[];
}

/** Values of one row in the order of the features; NaN where one is missing. */
export type Row = readonly number[];

/** The node that a row goes to next. XGBoost compares as 32-bit floats, and so must whoever wants the same answer. */
export function next(tree: Tree, node: number, row: Row): number {
    const value = Math.fround(row[at(tree.feature, node)] ?? Number.NaN);
    const left = Number.isNaN(value) ? at(tree.missingLeft, node) === 1 : value < Math.fround(at(tree.condition, node));
    return at(left ? tree.left : tree.right, node);
}

export function isLeaf(tree: Tree, node: number): boolean {
    return at(tree.left, node) === -1;
}

/** The margin before the logistic function. */
export function marginOf({ trees, baseMargin }: Ensemble, row: Row): number {
    let margin = baseMargin;
    for (const tree of trees) {
        let node = 0;
        while (!isLeaf(tree, node)) node = next(tree, node, row);
        margin += at(tree.condition, node);
    }
    return margin;
}

/** How likely fraud is, from 0 to 1. */
export function probabilityOf(margin: number): number {
    return 1 / (1 + Math.exp(-margin));
}

/** An array of a tree at a node that the tree itself names. */
export function at(values: readonly number[], index: number): number {
    const value = values[index];
    if (value === undefined) throw new RangeError(`the tree has no node ${index}`);
    return value;
}
