import { type Ensemble, marginOf, probabilityOf } from "../../model/explain/ensemble.ts";

/**
 * What an endpoint that serves these trees answers for rows of CSV. `score` asks the endpoint itself: this is for whoever
 * runs it without one. As the container writes it: the shortest text of a 32-bit float.
 */
export function servedAnswer(ensemble: Ensemble, rows: string): string {
    return rows
        .split("\n")
        .map((line) => String(Math.fround(probabilityOf(marginOf(ensemble, rowOf(line))))))
        .join("\n");
}

function rowOf(line: string): number[] {
    return line.split(",").map((field) => (field === "" ? Number.NaN : Number(field)));
}
