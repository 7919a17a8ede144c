import type { Format } from "../formats/index.ts";
import type { Question } from "../judge-once.ts";

export async function watchStack(_question: Question, _format: Format): Promise<number> {
    return 0;
}
