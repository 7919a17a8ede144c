import { FileFault } from "./file-fault.ts";

/** So many characters in a row are by chance in no text of any script what they are taken for here. */
export const LEAST_OTHERWISE = 24;
const ASCII = [0x09, 0x0a, 0x0d, ...Array.from({ length: 0x5f }, (_, at) => at + 0x20)];
/** Of UTF-16: those whose bytes are two characters of ASCII each, and those that are ASCII with their bytes swapped. */
const TWO_OF_ASCII = `[${ASCII.map(rangeOf).join("")}]{${LEAST_OTHERWISE}}`;
const SWAPPED = `[${ASCII.map((high) => `${pageOf(high)}00`).join("")}]{${LEAST_OTHERWISE}}`;
const OTHERWISE = new RegExp(`${TWO_OF_ASCII}|${SWAPPED}`);

function rangeOf(high: number): string {
    const page = pageOf(high);
    return `${page}20-${page}7e${page}09${page}0a${page}0d`;
}

function pageOf(high: number): string {
    return `\\u${high.toString(16).padStart(2, "0")}`;
}

/** A file in another encoding that was put behind one of UTF-16 reads as a few ideographs: its rows would be lost in one. */
export function refuseOtherwise(text: string): void {
    if (OTHERWISE.test(text))
        throw new FileFault("unreadable-file", "the file goes on in another encoding than the one it begins in");
}
