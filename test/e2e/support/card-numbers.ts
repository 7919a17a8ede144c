import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { SampleFile } from "../../../operations/start/sample-files.ts";

/** Every card number in the sample files of the card network, as it stands there: 13 to 19 digits in its own column. */
export function cardNumbersIn(files: readonly SampleFile[]): Set<string> {
    const numbers = new Set<string>();
    for (const { path, key } of files) {
        if (!key.startsWith("card-network/")) continue;
        const bytes = readFileSync(path);
        const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("latin1");
        for (const [number] of text.matchAll(/(?<![0-9A-Za-z_-])\d{13,19}(?![0-9A-Za-z_-])/g)) numbers.add(number);
    }
    return numbers;
}
