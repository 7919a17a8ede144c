/** How packed files begin, whatever their names say. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
    gzip: ["1f8b"],
    // With files in it, without any, and split.
    ZIP: ["504b0304", "504b0506", "504b0708", "504b3030504b0304"],
    "7-Zip": ["377abcaf271c"],
    RAR: ["526172211a07"],
    bzip2: ["425a6831", "425a6832", "425a6833", "425a6834", "425a6835", "425a6836", "425a6837", "425a6838", "425a6839"],
    XZ: ["fd377a585a00"],
    Zstandard: ["28b52ffd"],
    LZ4: ["04224d18", "02214c18"],
    zlib: ["7801", "789c", "78da"],
    compress: ["1f9d"],
    lzip: ["4c5a4950"],
    Snappy: ["ff060000734e6150"],
    Cabinet: ["4d534346"],
};
const LONGEST = 8;

/** The byte order mark of UTF-8. */
export const MARK = Buffer.from("\ufeff");
const BLANKS = [0x09, 0x0a, 0x0d, 0x20];

/** The kind of archive that begins so; undefined when the bytes are none that is known. A mark or blanks before it make no text of one. */
export function packing(head: Buffer): string | undefined {
    const marked = head.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0;
    const blanks = head.subarray(marked).findIndex((byte) => !BLANKS.includes(byte));
    const first = marked + Math.max(0, blanks);
    const begins = head.subarray(first, first + LONGEST).toString("hex");
    return Object.entries(BEGINNINGS).find(([, all]) => all.some((one) => begins.startsWith(one)))?.[0];
}
