import { gzipSync } from "node:zlib";
import { cardFile, cardRow } from "./support/files.ts";
import { ALL, NOTHING, type Trouble, tells } from "./support/tells.ts";

const packed = gzipSync(cardFile());

const troubles: Trouble[] = [
    {
        title: "several members is read to the last",
        file: Buffer.concat([packed, gzipSync(`${cardRow("t4")}\n`)]),
        expected: { ...ALL, sent: [...ALL.sent, "t4 150 EUR"] },
    },
    {
        title: "zeros up to the end of a block is read",
        file: Buffer.concat([packed, Buffer.alloc(40_000)]),
        expected: ALL,
    },
    {
        title: "text behind the last member is refused, not passed over",
        file: Buffer.concat([packed, Buffer.from(`${cardRow("t4")}\n`)]),
        expected: {
            ...NOTHING,
            fault: "unreadable-file: the gzip stream is damaged: incorrect header check (before its first row)",
        },
    },
    {
        title: "rows behind zeros is refused as a whole and says that more follows",
        file: Buffer.concat([packed, Buffer.alloc(40_000), gzipSync(cardRow("t4"))]),
        expected: {
            ...NOTHING,
            fault: "unreadable-file: the gzip stream is followed by something else (before its first row)",
        },
    },
    {
        title: "its end cut off is refused as a whole and says so",
        file: packed.subarray(0, -9),
        expected: { ...NOTHING, fault: "truncated-file: the gzip stream ends too early (before its first row)" },
    },
    {
        title: "the first byte of another member is refused as a whole and says so",
        file: Buffer.concat([packed, Buffer.from([0x1f])]),
        expected: { ...NOTHING, fault: "truncated-file: the gzip stream ends too early (before its first row)" },
    },
    {
        title: "gzip in it is refused",
        file: gzipSync(packed),
        expected: { ...NOTHING, fault: "unreadable-file: the file is packed twice (before its first row)" },
    },
];

tells("a gzip file", "card-network", troubles);
