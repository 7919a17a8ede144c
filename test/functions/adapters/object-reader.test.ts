import assert from "node:assert/strict";
import { type GetObjectCommand, NoSuchKey, type S3Client } from "@aws-sdk/client-s3";
import { S3Reader } from "../../../functions/adapters/object-reader.ts";

function reading(answer: () => unknown) {
    const asked: unknown[] = [];
    const send = async ({ input }: GetObjectCommand): Promise<unknown> => {
        asked.push(input);
        return answer();
    };
    return { asked, reader: new S3Reader({ send: send as S3Client["send"] }, "profiles") };
}

describe("S3Reader", () => {
    it("reads the whole object", async () => {
        const bytes = Uint8Array.of(1, 2, 3);
        const { reader, asked } = reading(() => ({ Body: { transformToByteArray: async () => bytes } }));
        assert.equal(await reader.read("a/b.json"), bytes);
        assert.deepEqual(asked, [{ Bucket: "profiles", Key: "a/b.json" }]);
    });

    it("knows that there is none", async () => {
        const { reader } = reading(() => {
            throw new NoSuchKey({ message: "none", $metadata: {} });
        });
        assert.equal(await reader.read("a"), undefined);
    });

    it("does not take trouble for absence", async () => {
        const { reader } = reading(() => {
            throw new Error("access denied");
        });
        await assert.rejects(reader.read("a"), /access denied/);
    });
});
