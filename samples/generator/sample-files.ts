import { outcomes } from "./outcomes.ts";
import { type SampleOptions, type SampleSet, sampleSet } from "./sample-set.ts";
import { setsOf } from "./supplementary/known-of.ts";
import { saysOf } from "./supplementary/says-of.ts";
import { setFiles } from "./supplementary/set-files.ts";

/** Every file of the set by its path below the samples folder. */
export function sampleFiles(options: SampleOptions): Map<string, Uint8Array> {
    const set = sampleSet(options);
    const sets = setsOf(set.scored, options.seed);
    const encoder = new TextEncoder();
    const files = new Map(set.deliveries.map(({ key, bytes }) => [`transactions/${key}`, bytes]));
    files.set(
        "expected/outcomes.json",
        encoder.encode(`${JSON.stringify(outcomes(options, set, saysOf(sets)), null, 2)}\n`),
    );
    files.set("expected/labels.csv", encoder.encode(labels(set)));
    files.set("expected/card-numbers.txt", encoder.encode(set.cardNumbers.map((number) => `${number}\n`).join("")));
    for (const [path, text] of setFiles(sets)) files.set(`supplementary/${path}`, encoder.encode(text));
    return files;
}

function labels({ scored }: SampleSet): string {
    const rows = scored.map(({ transaction, label }) =>
        [transaction.id, label.pattern, label.lookAlike ?? "", label.episode ?? ""].join(","),
    );
    return ["transaction_id,label,look_alike,episode", ...rows].map((row) => `${row}\n`).join("");
}
