import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";
import { isGzip, unzipped } from "../../../../functions/unpack/text/gunzip.ts";
import { inChunks, textOf } from "../support/readers.ts";

const LIMITS = { gzipRatio: 20, bombFreeBytes: 1000, unpackedBytes: 100_000 };
const TEXT = Array.from({ length: 300 }, (_, index) => `row ${index * 7919}`).join("\n");
const PACKED = gzipSync(TEXT);
const changed = (changes: Record<number, number>): Buffer => {
    const copy = Buffer.from(PACKED);
    for (const [at, byte] of Object.entries(changes)) copy[Number(at)] = byte;
    return copy;
};
const read = (file: Buffer, chunk = 64): Promise<string> => textOf(unzipped(inChunks(file, chunk), LIMITS));

async function faultOf(file: Buffer): Promise<FileFault> {
    const faults: FileFault[] = [];
    for (const chunk of [1, 50, 100_000]) {
        await assert.rejects(read(file, chunk), (error) => {
            assert.ok(error instanceof FileFault, String(error));
            assert.equal(error.name, "FileFault");
            faults.push(error);
            return true;
        });
    }
    const [first] = faults;
    for (const { message } of faults) assert.equal(message, first?.message);
    return first ?? assert.fail();
}

describe("a file that may be packed", () => {
    it("is unpacked where it begins as gzip does, in several members too", async () => {
        for (const chunk of [1, 50, 100_000]) {
            assert.equal(await read(PACKED, chunk), TEXT);
            assert.equal(await read(Buffer.concat([PACKED, gzipSync("more")]), chunk), `${TEXT}more`);
        }
    });

    it("is left as it is where it does not", async () => {
        for (const text of ["", "x", TEXT, "\x1f", "\x1fx", "x\x8bx"]) {
            const file = Buffer.from(text, "latin1");
            const chunks: Buffer[] = [];
            for await (const chunk of unzipped(inChunks(file, 3), LIMITS)) chunks.push(chunk);
            assert.deepEqual(Buffer.concat(chunks), file);
        }
        assert.deepEqual(
            [[0x1f, 0x8b], [0x1f, 0x8c], [0x1e, 0x8b], [0x1f], []].map((bytes) => isGzip(Buffer.from(bytes))),
            [true, false, false, false, false],
        );
    });

    it("may have zeros behind it, which fill a block", async () => {
        for (const chunk of [7, 100_000])
            assert.equal(await read(Buffer.concat([PACKED, Buffer.alloc(100)]), chunk), TEXT);
    });

    const faults: { title: string; file: Buffer; reason?: string; message: RegExp; caused?: boolean }[] = [
        {
            title: "its first byte is wrong",
            file: changed({ 0: 0x1e }),
            message: /^the gzip stream is damaged: its first bytes are wrong$/,
        },
        {
            title: "its second byte is wrong",
            file: changed({ 1: 0 }),
            message: /^the gzip stream is damaged: its first bytes are wrong$/,
        },
        {
            title: "something else follows",
            file: Buffer.concat([PACKED, Buffer.alloc(5), Buffer.from("x")]),
            message: /^the gzip stream is followed by something else$/,
        },
        {
            title: "it ends too early",
            file: PACKED.subarray(0, -1),
            reason: "truncated-file",
            message: /^the gzip stream ends too early$/,
            caused: true,
        },
        {
            title: "it is damaged",
            file: changed({ 200: 0, 201: 0, 202: 0 }),
            message: /^the gzip stream is damaged: [a-z ]+/,
            caused: true,
        },
        {
            title: "its checksum is wrong",
            file: changed({ [PACKED.length - 5]: 1, [PACKED.length - 6]: 1 }),
            message: /^the gzip stream is damaged: incorrect data check$/,
            caused: true,
        },
        {
            title: "it is too long",
            file: Buffer.from("x".repeat(100_001)),
            reason: "decompression-bomb",
            message: /^the file is longer than 100000 bytes$/,
        },
    ];
    for (const { title, file, reason = "unreadable-file", message, caused = false } of faults) {
        it(`is refused where ${title}, however it comes`, async () => {
            const fault = await faultOf(file);
            assert.equal(fault.reason, reason);
            assert.match(fault.message, message);
            assert.equal(fault.cause instanceof Error, caused);
        });
    }

    it("is refused where little unpacks to much, and may where that is not more than is free", async () => {
        const bomb = gzipSync(Buffer.alloc(5000));
        const fault = await faultOf(bomb);
        assert.equal(fault.reason, "decompression-bomb");
        assert.equal(fault.message, `${bomb.length} packed bytes hold more than 5000: over 20 to one`);
        assert.equal((await read(gzipSync(Buffer.alloc(1000)))).length, 1000);
        const [ratio, free] = [5000 / bomb.length, { ...LIMITS, bombFreeBytes: 5000 }];
        assert.equal((await textOf(unzipped(inChunks(bomb, 9), { ...LIMITS, gzipRatio: ratio }))).length, 5000);
        assert.equal((await textOf(unzipped(inChunks(bomb, 9), free))).length, 5000);
    });
});
