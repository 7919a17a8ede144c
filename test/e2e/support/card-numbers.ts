import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";

/** Every card number that stands anywhere in the committed samples, as digits alone. */
export function sampleCardNumbers(): Set<string> {
    const list = readFileSync(join(paths.root, "samples", "expected", "card-numbers.txt"), "utf8");
    return new Set(list.split("\n").filter((line) => line !== ""));
}

/** Every name of a person in the committed samples. */
export function sampleNames(): string[] {
    const folder = join(paths.root, "samples", "transactions", "iso20022");
    const files = readdirSync(folder).filter((file) => file.endsWith(".xml"));
    const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
    const names = texts.flatMap((text) =>
        [...text.matchAll(/<(?:Dbtr|Cdtr)>\s*<Nm>([^<]+)</g)].map(([, name = ""]) => name),
    );
    if (names.length < 10) throw new Error(`only ${names.length} names in ${folder}`);
    return [...new Set(names)];
}

/** Whether a text holds one of the numbers, also where spaces or dashes part its groups. */
export function holdsCardNumber(text: string, numbers: ReadonlySet<string>): boolean {
    for (const [digits] of text.matchAll(/\d(?:[ -]?\d){12,18}/g)) {
        const plain = digits.replace(/[ -]/g, "");
        for (let length = 13; length <= plain.length; length += 1) {
            for (let at = 0; at + length <= plain.length; at += 1) {
                if (numbers.has(plain.slice(at, at + length))) return true;
            }
        }
    }
    return false;
}
