import type { Tree } from "../explain/ensemble.ts";

/** More edges than any path that the explanations are made for; `max_depth` ends at 10 by our settings. */
const DEEPEST = 60;

/** What a walk through the tree would trip over; undefined when any row comes to a leaf. */
export function treeFault(tree: Tree, features: number): string | undefined {
    const { left, right, feature, condition, missingLeft, cover } = tree;
    const nodes = left.length;
    const lengths = [right, feature, condition, missingLeft, cover].map(({ length }) => length);
    if (nodes === 0 || lengths.some((length) => length !== nodes)) return "has lists of different lengths";
    if ([condition, cover].some((values) => values.some((value) => !Number.isFinite(value)))) {
        return "holds what is no number";
    }
    const seen = new Set<number>();
    const open: [node: number, depth: number][] = [[0, 0]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const [node, depth] = next;
        const child = left[node];
        if (child === undefined || seen.has(node)) return `leads nowhere or in a circle, at node ${node}`;
        if (depth > DEEPEST) return `is deeper than ${DEEPEST}`;
        seen.add(node);
        if (child === -1) continue;
        const asked = feature[node] ?? -1;
        if (!(Number.isInteger(asked) && asked >= 0 && asked < features)) return `asks about feature ${asked}`;
        open.push([child, depth + 1], [right[node] ?? -1, depth + 1]);
    }
    return undefined;
}
