import { createHash } from "node:crypto";
import { type Manifest, PARTS, type Part } from "../../contract/model/learning.ts";
import { csvOf } from "../../model/features.ts";
import type { Recorded } from "./line.ts";

/** One transaction whose truth is known. */
export interface Labelled {
    recorded: Recorded;
    fraud: boolean;
    /** How many transactions it stands for; 1 but for a sample. */
    weight: number;
}

/** Percent of the accounts in each part: what is learnt from, when to stop, and how good it is. */
const SHARES: Readonly<Record<Part, number>> = { train: 70, validation: 15, evaluation: 15 };

/** Which part an account is in, always the same: nothing a model learnt of an account helps it to be judged. */
export function partOf(accountId: string): Part {
    const number = createHash("sha256").update(`part/${accountId}`).digest().readUInt32BE() % 100;
    if (number < SHARES.train) return "train";
    return number < SHARES.train + SHARES.validation ? "validation" : "evaluation";
}

/** The rows of each part as files take them. Of a transaction nothing but its features goes in, and for the evaluation its channel and country. */
export class DataSet {
    readonly #lines: Record<Part, string[]> = { train: [], validation: [], evaluation: [] };
    readonly counts: Manifest["parts"] = {
        train: { fraud: 0, legitimate: 0 },
        validation: { fraud: 0, legitimate: 0 },
        evaluation: { fraud: 0, legitimate: 0 },
    };

    add({ recorded, fraud, weight }: Labelled): void {
        const part = partOf(recorded.accountId);
        const kind = part === "evaluation" ? [recorded.channel, recorded.country] : [];
        const label = [fraud ? 1 : 0, Number(weight.toPrecision(4)), ...kind];
        this.#lines[part].push(`${label.join(",")},${csvOf(recorded.row)}\n`);
        this.counts[part][fraud ? "fraud" : "legitimate"]++;
    }

    /** The file of each part, in an order that says nothing of when things happened. */
    files(): Record<Part, string> {
        const file = (part: Part) => this.#lines[part].sort().join("");
        return { train: file("train"), validation: file("validation"), evaluation: file("evaluation") };
    }

    /** The first part that lacks one of the two kinds, which neither training nor judging can do without. */
    lacking(): string | undefined {
        for (const part of PARTS) {
            for (const kind of ["fraud", "legitimate"] as const) {
                if (this.counts[part][kind] === 0) return `no ${kind} case in the part for ${part}`;
            }
        }
        return undefined;
    }
}
