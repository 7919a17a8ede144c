import * as z from "zod/mini";
import { EXPLAINER_KEY } from "../../contract/model/serving.ts";
import type { ScoreReason } from "../../contract/scoring.ts";
import { treeFault } from "../../model/artefact/tree-fault.ts";
import { type Ensemble, marginOf, probabilityOf } from "../../model/explain/ensemble.ts";
import { FEATURES } from "../../model/features.ts";
import type { ObjectReader } from "../adapters/object-reader.ts";
import { modelReasons } from "./explain.ts";

const KEPT_MS = 10 * 60_000;
/** After a promotion, and while none can be read, it is asked for once in this time and not for each alert. */
const AGAIN_MS = 60_000;
/** XGBoost adds its leaves up in 32 bits, and the container writes as many digits. */
const TOLERANCE = 1e-5;

const numbers = z.array(z.number());
const Explanation = z.object({
    features: z.array(z.string()),
    baseMargin: z.number(),
    trees: z.array(
        z.object({
            left: numbers,
            right: numbers,
            feature: numbers,
            condition: numbers,
            missingLeft: numbers,
            cover: numbers,
        }),
    ),
});

/** Says why the model gave a score, by its trees, which lie beside it; believed only where they give that score too. */
export class Explainer {
    readonly #objects: ObjectReader;
    readonly #clock: () => number;
    #trees: Ensemble | undefined;
    #readAt = Number.NEGATIVE_INFINITY;

    constructor(objects: ObjectReader, clock: () => number = Date.now) {
        this.#objects = objects;
        this.#clock = clock;
    }

    /** The reasons, the weightiest first; none where no trees are to be had that explain this answer. Never fails. */
    async reasons(row: readonly number[], probability: number, score: number): Promise<ScoreReason[]> {
        if (this.#age() >= (this.#trees === undefined ? AGAIN_MS : KEPT_MS)) await this.#read();
        // Another model may answer by now.
        if (!this.#gives(row, probability) && this.#age() >= AGAIN_MS) await this.#read();
        if (this.#trees === undefined || !this.#gives(row, probability)) return [];
        return modelReasons(this.#trees, row, score);
    }

    /** How many features the model that serves takes; all, where that is not known. Never fails. */
    async width(): Promise<number> {
        if (this.#age() >= (this.#trees === undefined ? AGAIN_MS : KEPT_MS)) await this.#read();
        return this.#trees?.features.length ?? FEATURES.length;
    }

    /** Another model may serve: the next question reads its trees, unless they were read just now. */
    doubt(): void {
        if (this.#age() >= AGAIN_MS) this.#readAt = Number.NEGATIVE_INFINITY;
    }

    #age(): number {
        return this.#clock() - this.#readAt;
    }

    async #read(): Promise<void> {
        this.#readAt = this.#clock();
        try {
            const bytes = await this.#objects.read(EXPLAINER_KEY);
            this.#trees = bytes && treesOf(bytes);
        } catch {
            // The trees at hand are believed as long as they give the model's scores.
        }
    }

    #gives(row: readonly number[], probability: number): boolean {
        if (this.#trees === undefined) return false;
        return Math.abs(probabilityOf(marginOf(this.#trees, row)) - probability) <= TOLERANCE;
    }
}

/** Fails unless it is a model of our features, or of the first of them, whose every way through a tree ends. */
function treesOf(bytes: Uint8Array): Ensemble {
    const ensemble = Explanation.parse(JSON.parse(Buffer.from(bytes).toString()));
    const { features } = ensemble;
    // One from before the last features were appended does not ask for them.
    const known = FEATURES.slice(0, features.length).map(({ name }) => name);
    if (features.length === 0 || features.join() !== known.join())
        throw new Error("it explains a model of other features");
    for (const tree of ensemble.trees) {
        const fault = treeFault(tree, features.length);
        if (fault !== undefined) throw new Error(`a tree of it ${fault}`);
    }
    return ensemble;
}
