import assert from "node:assert/strict";
import fc from "fast-check";
import { FILE_SOURCES, type FileSource } from "../../../../contract/files/landing.ts";
import { unpack } from "../../../../functions/unpack/unpack.ts";
import { inputs } from "../../support/inputs.ts";
import { MemoryWorld } from "../support/memory-world.ts";
import { manifestOf, quarantineLines } from "../support/unpacking.ts";

const SOURCES = Object.keys(FILE_SOURCES) as FileSource[];
/** Bytes that marks, separators, packings and formats begin with. */
const TELLING = [0, 9, 10, 13, 0x1f, 0x20, 0x22, 0x2c, 0x3c, 0x50, 0x61, 0x7b, 0x7d, 0x85, 0x8b, 0xbb, 0xbf, 0xc2];
const BYTES = [...TELLING, 0xa8, 0xe2, 0xe4, 0xef, 0xfe, 0xff];

/** Why nothing of the file was sent, as people read it. */
async function refusals(source: FileSource, file: Uint8Array): Promise<string[]> {
    const world = new MemoryWorld();
    await unpack(world.put(`${source}/a.${FILE_SOURCES[source]}`, file), world.ports());
    const { rows, sent, quarantined, fault } = manifestOf(world);
    assert.equal(rows, sent + quarantined);
    assert.equal(sent, 0);
    const lines = quarantineLines(world);
    assert.equal(lines.length, rows + (fault === undefined ? 0 : 1));
    return lines.map(({ reason, detail }) => `${reason}: ${detail}`);
}

describe("a file of next to no bytes", () => {
    const files: Record<string, [bytes: number[], each: Record<FileSource, RegExp>]> = {
        "no byte": [[], all(/^empty-file: the file has no bytes/)],
        "a zero": [[0], all(/^unreadable-file: the file holds binary data/)],
        "two zeros": [[0, 0], all(/^unreadable-file: the file holds binary data/)],
        "a line end": [
            [0x0a],
            {
                "card-network": /^empty-file: the file has no header/,
                "core-banking": /^empty-file: the file holds blank lines only/,
                iso20022: /^empty-file: the file holds no element/,
            },
        ],
        "the mark of UTF-8": [[0xef, 0xbb, 0xbf], all(/^empty-file: /)],
        "half of the mark of UTF-8": [[0xef, 0xbb], all(/^unreadable-file: the file holds binary data/)],
        "the mark of UTF-16, little end": [[0xff, 0xfe], all(/^empty-file: /)],
        "the mark of UTF-16, big end": [[0xfe, 0xff], all(/^empty-file: /)],
        "half a mark of UTF-16": [[0xff], all(/^unreadable-file: the file holds binary data/)],
        "a letter in UTF-16": [
            [0x61, 0],
            {
                "card-network": /^unreadable-file: the column "transaction_id" is missing/,
                "core-banking": /^malformed-row: line 1: the line is not a JSON object/,
                iso20022: /^unreadable-file: the file is not XML/,
            },
        ],
        "a letter and half of one in UTF-16": [
            [0xff, 0xfe, 0x61, 0, 0x62],
            {
                "card-network": /^unreadable-file: the column/,
                "core-banking": /^malformed-row: line 1: /,
                iso20022: /^unreadable-file: the file is not XML/,
            },
        ],
        "the beginning of gzip": [[0x1f, 0x8b], all(/^truncated-file: the gzip stream ends too early/)],
        "the first byte of gzip": [[0x1f], all(/^unreadable-file: the file holds binary data/)],
        "an opening": [
            [0x3c],
            {
                "card-network": /^unreadable-file: the column/,
                "core-banking": /^malformed-row: line 1: /,
                iso20022: /^empty-file: the file holds no element/,
            },
        ],
    };
    for (const [name, [bytes, each]] of Object.entries(files)) {
        it(`is a fault that says what it is: ${name}`, async () => {
            for (const source of SOURCES) {
                const [first = "", ...others] = await refusals(source, Uint8Array.from(bytes));
                assert.match(first, each[source], source);
                assert.deepEqual(others, [], source);
            }
        });
    }

    it("has two objects where a next line of Latin-1 stands between them", async () => {
        assert.equal((await refusals("core-banking", Buffer.from("{}\x85{}", "latin1"))).length, 2);
    });

    it("comes to a row or a fault whatever one or two bytes it has", async () => {
        const pairs = BYTES.flatMap((one) => [[one], ...BYTES.map((other) => [one, other])]);
        for (const source of SOURCES) {
            for (const bytes of pairs)
                assert.ok((await refusals(source, Uint8Array.from(bytes))).length > 0, `${source} ${bytes}`);
        }
    });

    it("comes to a row or a fault whatever it holds", async () => {
        const bytes = fc.array(fc.constantFrom(...BYTES), { minLength: 3, maxLength: 6 });
        await fc.assert(
            fc.asyncProperty(bytes, fc.constantFrom(...SOURCES), async (some, source) => {
                assert.ok((await refusals(source, Uint8Array.from(some))).length > 0);
            }),
            inputs(300),
        );
    });
});

function all(pattern: RegExp): Record<FileSource, RegExp> {
    return { "card-network": pattern, "core-banking": pattern, iso20022: pattern };
}
