/** No path of a tree that SageMaker trains is longer: its `max_depth` ends at 10 by our settings. */
const LONGEST_PATH = 64;

/** The features met on the way from the root to a node, each once. Arrays instead of objects: a row walks all leaves. */
export class Path {
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
