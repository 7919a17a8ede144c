import fc from "fast-check";

/** What happens to files on their way: bits turn, ends are lost, pieces come twice, out of order or from elsewhere. */
type Mutation = (bytes: Buffer) => Buffer;

/** What formats, encodings and spreadsheets have choked on. */
const NASTY = [
    ...['"', '""', ",", ";", "\n", "\r", "\r\n", "\t", "\0", "\ufeff", "\ud83d\ude00", "\u200f", "\u00e9", "=1+1", "@"],
    ...[
        "{",
        "}",
        "[",
        "]",
        ":",
        "\\",
        "\\u0000",
        "\\ud800",
        "null",
        '"__proto__":',
        "NaN",
        "1E400",
        "-0",
        "1e21",
        "0.1",
    ],
    ...["<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!DOCTYPE a [", "&a;", "&amp;", "&#0;"],
    ...["4111111111111111", "4111 1111 1111 1111", "9007199254740993", "9".repeat(40)],
].map((text) => Buffer.from(text));
const RAW = [[0xff, 0xfe], [0xfe, 0xff], [0x1f, 0x8b], [0xc3, 0x28], [0x80], [0x00, 0x0a]].map((bytes) =>
    Buffer.from(bytes),
);

const place = fc.double({ min: 0, max: 1, noNaN: true });
const index = (bytes: Buffer, at: number): number => Math.floor(at * bytes.length);
const spliced = (bytes: Buffer, from: number, to: number, between: Uint8Array): Buffer =>
    Buffer.concat([bytes.subarray(0, from), between, bytes.subarray(to)]);

const flip = fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(
    ([at, bits]): Mutation =>
        (bytes) => {
            const copy = Buffer.from(bytes);
            const where = index(bytes, at);
            if (where < copy.length) copy[where] = (copy[where] ?? 0) ^ bits;
            return copy;
        },
);
const truncate = place.map(
    (at): Mutation =>
        (bytes) =>
            bytes.subarray(0, index(bytes, at)),
);
const behead = place.map(
    (at): Mutation =>
        (bytes) =>
            bytes.subarray(index(bytes, at / 4)),
);
const insert = fc.tuple(place, fc.constantFrom(...NASTY, ...RAW)).map(
    ([at, what]): Mutation =>
        (bytes) => {
            const where = index(bytes, at);
            return spliced(bytes, where, where, what);
        },
);
const slice = fc.tuple(place, place, place).map(([from, length, to]): [Mutation, Mutation] => {
    const cut = (bytes: Buffer): [number, number] => [index(bytes, from), index(bytes, Math.min(1, from + length / 8))];
    return [
        (bytes) => spliced(bytes, index(bytes, to), index(bytes, to), bytes.subarray(...cut(bytes))),
        (bytes) => spliced(bytes, ...cut(bytes), Buffer.alloc(0)),
    ];
});
const duplicate = slice.map(([twice]) => twice);
const drop = slice.map(([, gone]) => gone);

/** One of the texts with up to five mutations, the rarer ones cutting most of it away. */
export function mutated(texts: readonly (string | Uint8Array)[]): fc.Arbitrary<Buffer> {
    const mutation = fc.oneof(
        { arbitrary: flip, weight: 4 },
        { arbitrary: insert, weight: 4 },
        { arbitrary: duplicate, weight: 3 },
        { arbitrary: drop, weight: 3 },
        { arbitrary: truncate, weight: 1 },
        { arbitrary: behead, weight: 1 },
    );
    return fc
        .tuple(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 5 }))
        .map(([text, mutations]) =>
            mutations.reduce<Buffer>(
                (bytes, mutate) => mutate(bytes),
                typeof text === "string" ? Buffer.from(text) : Buffer.from(text),
            ),
        );
}

/** Enough to find what a change breaks, and bounded: a failure names its seed and path, which run it again. */
export const bounded = (numRuns: number) => ({
    numRuns,
    interruptAfterTimeLimit: 8_000,
    markInterruptAsFailure: false,
});
