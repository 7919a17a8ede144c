import assert from "node:assert/strict";
import { LEAST_OTHERWISE, refuseOtherwise } from "../../../../functions/unpack/text/changed-encoding.ts";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";

const ASCII = [..."\t\n\r", ...Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at))];
const misread = (bytes: string): string => Buffer.from(bytes, "latin1").toString("utf16le");
const refused = (error: unknown): boolean => {
    assert.ok(error instanceof FileFault);
    assert.equal(error.reason, "unreadable-file");
    assert.equal(error.message, "the file goes on in another encoding than the one it begins in");
    return true;
};

describe("text of UTF-16 that goes on in another encoding", () => {
    it("is refused where each character would be two of ASCII, whichever they are", () => {
        for (const one of ASCII) {
            for (const other of ASCII) {
                const text = misread((one + other).repeat(LEAST_OTHERWISE));
                assert.throws(() => refuseOtherwise(`a${text}b`), refused, JSON.stringify(one + other));
            }
        }
    });

    it("is refused where each character would be ASCII with its bytes swapped", () => {
        for (const one of ASCII) {
            const text = misread(`\0${one}`.repeat(LEAST_OTHERWISE));
            assert.throws(() => refuseOtherwise(`a${text}b`), refused, JSON.stringify(one));
        }
    });

    it("is not seen in one character less, nor in what is as it should be", () => {
        for (const bytes of ["ab", "\0a"]) refuseOtherwise(misread(bytes.repeat(LEAST_OTHERWISE - 1)));
        for (const text of ["S", "Stryker was here!", "\u00e4", "\u0434", "\u05d0"]) {
            refuseOtherwise(text.repeat(LEAST_OTHERWISE));
        }
    });

    it("is not seen in characters of which one byte is no text", () => {
        for (const other of ["\0", "\b", "\v", "\f", "\x0e", "\x1f", "\x7f", "\x80"]) {
            for (const bytes of [`a${other}`, ...(other === "\0" ? [] : [`${other}a`])]) {
                refuseOtherwise(misread(bytes.repeat(LEAST_OTHERWISE)));
            }
        }
    });
});
