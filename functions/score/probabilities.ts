/** The model's answer is not one probability for each row: it is treated as no answer. */
export class MalformedScoresError extends Error {
    override readonly name = "MalformedScoresError";
}

const SEPARATOR = /[\s,]+/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Reads the probabilities of so many rows, separated by commas or line ends; each from 0 to 1. */
export function readProbabilities(answer: string, rows: number): number[] {
    const text = answer.trim();
    const fields = text === "" ? [] : text.split(SEPARATOR);
    if (fields.length !== rows) {
        throw new MalformedScoresError(`the fraud model was asked about ${rows} rows and gave ${fields.length} scores`);
    }
    return fields.map((field, index) => {
        const value = NUMBER.test(field) ? Number(field) : Number.NaN;
        if (value >= 0 && value <= 1) return value;
        const said = field.slice(0, 40);
        throw new MalformedScoresError(`score ${index + 1} of the fraud model must be from 0 to 1, got "${said}"`);
    });
}
