import { createHash } from "node:crypto";
import { LEARNING, type Manifest } from "../../contract/model/learning.ts";
import { type Ensemble, marginOf, probabilityOf } from "../../model/explain/ensemble.ts";
import { FEATURES } from "../../model/features.ts";
import { REVIEW_BUDGET } from "../../model/hyperparameters.ts";
import { type Figures, figuresOf } from "../../model/judgement/figures.ts";
import type { Ports } from "./ports.ts";

/** What candidates are judged on is not what the manifest names. */
export class EvaluationError extends Error {
    override readonly name = "EvaluationError";
}

/** A transaction whose truth is known, as a model takes it. */
export interface KnownCase {
    fraud: boolean;
    weight: number;
    groups: string[];
    row: number[];
}

/** The cases to judge by, if they are whole: `functions/train` writes label, weight, channel, country and features. */
export async function readCases({ sha256 }: Manifest, model: Ports["model"]): Promise<KnownCase[]> {
    const key = LEARNING.evaluation;
    const bytes = await model.read(key);
    const fix = "the next run of train that has something to learn makes it anew";
    if (bytes === undefined) throw new EvaluationError(`${key} is gone, such as by its age: ${fix}`);
    if (createHash("sha256").update(bytes).digest("hex") !== sha256.evaluation) {
        throw new EvaluationError(`${key} is not what the manifest names, such as after a run that died: ${fix}`);
    }
    const lines = new TextDecoder().decode(bytes).split("\n");
    return lines.flatMap((line, index) => (line === "" ? [] : [caseOf(line, index)]));
}

/** How good a model is on the cases. */
export function judgedOn(cases: readonly KnownCase[], ensemble: Ensemble): Figures {
    const scored = cases.map(({ row, ...known }) => ({ ...known, score: probabilityOf(marginOf(ensemble, row)) }));
    return figuresOf(scored, REVIEW_BUDGET);
}

function caseOf(line: string, index: number): KnownCase {
    const [label, weight, channel, country, ...fields] = line.split(",");
    const row = fields.map((field) => (field === "" ? Number.NaN : Number(field)));
    if (!/^[01]$/.test(label ?? "") || !(Number(weight) > 0) || row.length !== FEATURES.length) {
        throw new EvaluationError(
            `line ${index + 1} of ${LEARNING.evaluation} is no case of ${FEATURES.length} features`,
        );
    }
    return { fraud: label === "1", weight: Number(weight), groups: [`channel ${channel}`, `country ${country}`], row };
}
