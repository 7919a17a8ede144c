import { outcomes } from "./outcomes.ts";
import { type SampleOptions, type SampleSet, sampleSet } from "./sample-set.ts";

/** Every file of the set by its path below the samples folder. */
export function sampleFiles(options: SampleOptions): Map<string, Uint8Array> {
    const set = sampleSet(options);
    const encoder = new TextEncoder();
    const files = new Map(set.deliveries.map(({ key, bytes }) => [`transactions/${key}`, bytes]));
    files.set("expected/outcomes.json", encoder.encode(`${JSON.stringify(outcomes(options, set), null, 2)}\n`));
    files.set("expected/labels.csv", encoder.encode(labels(set)));
    files.set("expected/card-numbers.txt", encoder.encode(set.cardNumbers.map((number) => `${number}\n`).join("")));
    return files;
}

function labels({ scored }: SampleSet): string {
    const rows = scored.map(({ transaction, label }) =>
        [transaction.id, label.pattern, label.lookAlike ?? "", label.episode ?? ""].join(","),
    );
    return ["transaction_id,label,look_alike,episode", ...rows].map((row) => `${row}\n`).join("");
}
