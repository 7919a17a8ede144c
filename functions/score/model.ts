import type { ScoreReason } from "../../contract/scoring.ts";
import { csvOf } from "../../model/features.ts";
import type { Endpoint } from "../adapters/endpoint.ts";
import { chunks } from "../adapters/grouping.ts";
import { Circuit, type CircuitSettings } from "./circuit.ts";
import type { Explainer } from "./explainer.ts";
import { readProbabilities } from "./probabilities.ts";

type Row = readonly number[];

/** The fraud model as `score` uses it. Nothing here ever fails: without an answer the rules decide. */
export interface Model {
    /** How likely each row is fraud, or why nobody says so: the endpoint failed, or nobody asked it. */
    ask(rows: readonly Row[]): Promise<Answer>;
    /** Why the model gave a row this probability and, by it, this score; empty where nobody can say. */
    reasons(row: Row, probability: number, score: number): Promise<ScoreReason[]>;
}

export type Answer = { probabilities: number[] } | { missing: "endpoint failed" | "circuit open" };

/** SageMaker takes 4 MB at least; a row has at most 200 bytes. A batch has a few hundred rows, hence one call. */
const MOST_ROWS = 10_000;

export const CIRCUIT: CircuitSettings = { failures: 3, pauseMs: 30_000 };

/** The model behind an endpoint. Its circuit lives as long as the instance of the function. */
export class EndpointModel implements Model {
    readonly #endpoint: Endpoint;
    readonly #explainer: Pick<Explainer, "reasons" | "width" | "doubt">;
    readonly #failed: (error: unknown) => void;
    readonly #clock: () => number;
    readonly #circuit = new Circuit(CIRCUIT);

    /** `failed` hears why there is no answer. */
    constructor(
        endpoint: Endpoint,
        explainer: Pick<Explainer, "reasons" | "width" | "doubt">,
        failed: (error: unknown) => void,
        clock: () => number = Date.now,
    ) {
        this.#endpoint = endpoint;
        this.#explainer = explainer;
        this.#failed = failed;
        this.#clock = clock;
    }

    async ask(rows: readonly Row[]): Promise<Answer> {
        if (!this.#circuit.allows(this.#clock())) return { missing: "circuit open" };
        try {
            const probabilities: number[] = [];
            // Features are only ever appended; a model from before takes rows without the last ones.
            const width = await this.#explainer.width();
            for (const some of chunks(rows, MOST_ROWS)) {
                const asked = some.map((row) => csvOf(row.slice(0, width)));
                const answer = await this.#endpoint.ask(asked.join("\n"));
                probabilities.push(...readProbabilities(answer, some.length));
            }
            this.#circuit.succeeded();
            return { probabilities };
        } catch (error) {
            this.#circuit.failed(this.#clock());
            this.#explainer.doubt();
            this.#failed(error);
            return { missing: "endpoint failed" };
        }
    }

    reasons(row: Row, probability: number, score: number): Promise<ScoreReason[]> {
        return this.#explainer.reasons(row, probability, score);
    }
}
