import assert from "node:assert/strict";
import type { FileSource } from "../../../../contract/files/landing.ts";
import { type Told, told } from "./unpacked.ts";

export interface Trouble {
    /** What is the matter, and what comes of it. */
    title: string;
    file: string | Uint8Array;
    /** What is not named here may be anything. */
    expected: Partial<Told>;
}

/** What is to be told of `cardFile`, whatever it is wrapped in. */
export const ALL: Told = { sent: ["t1 150 EUR", "t3 150 EUR"], refused: ["line 3 invalid-amount"], fault: "" };
export const NOTHING = { sent: [], refused: [] };

export const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");

/** A test for each trouble: the outcome is the expected one, however the network cuts the file. */
export function tells(kind: string, source: FileSource, troubles: readonly Trouble[]): void {
    describe(`trouble with ${kind}`, () => {
        for (const { title, file, expected } of troubles) {
            it(`${kind} with ${title}`, async () => {
                const chunks = file.length > 100_000 ? [4099, 65_536] : [1, 7, 4096, 65_536];
                for (const chunk of chunks) {
                    const found = await told(source, file, { chunk });
                    assert.deepEqual(found, { ...found, ...expected }, `in chunks of ${chunk}`);
                }
            });
        }
    });
}
