import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const samples = new URL("../../../../samples/", import.meta.url);
const corpus = new URL("../../corpus/", import.meta.url);

export interface Case {
    name: string;
    bytes: Buffer;
    /** What is to come of it. */
    expected: unknown;
}

/** The nasty files of a format; what is to come of each lies beside it. */
export function casesOf(format: string): Case[] {
    const folder = new URL(`${format}/`, corpus);
    return readdirSync(folder)
        .filter((name) => !name.endsWith(".expected.json"))
        .map((name) => ({
            name,
            bytes: readFileSync(new URL(name, folder)),
            expected: JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), "utf8")),
        }));
}

/** A file of the samples, unpacked. */
export function sample(path: string): string {
    const bytes = readFileSync(new URL(`transactions/${path}`, samples));
    return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
}

/** The first lines of a file of the samples. */
export function firstLines(path: string, count: number): string {
    return `${sample(path).split("\n").slice(0, count).join("\n")}\n`;
}

/** Every card number that the samples hold. */
export const CARDS = readFileSync(new URL("expected/card-numbers.txt", samples), "utf8").split("\n").filter(Boolean);
