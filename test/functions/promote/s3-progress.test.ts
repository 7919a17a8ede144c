import assert from "node:assert/strict";
import { type GetObjectCommand, NoSuchKey, type PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { S3Progress } from "../../../functions/promote/s3-progress.ts";

const some = { undone: [{ version: "group/1", reason: "slow" }] };

/** One object of S3 with its conditions. */
function bucket(text?: string) {
    const object = { text, tag: 0 };
    const fail = (name: string) => {
        throw Object.assign(new Error(name), { name });
    };
    const send = async ({ input }: GetObjectCommand | PutObjectCommand) => {
        assert.deepEqual([input.Bucket, input.Key], ["models", "serving/promotion.json"]);
        if (!("Body" in input)) {
            if (object.text === undefined) throw new NoSuchKey({ message: "none", $metadata: {} });
            const { text } = object;
            return { Body: { transformToString: async () => text }, ETag: `${object.tag}` };
        }
        if (input.IfNoneMatch === "*" && object.text !== undefined) fail("PreconditionFailed");
        if (input.IfNoneMatch === undefined && input.IfMatch !== `${object.tag}`) fail("PreconditionFailed");
        object.text = String(input.Body);
        return { ETag: `${++object.tag}` };
    };
    return { object, fail, client: { send: send as unknown as S3Client["send"] } };
}

describe("S3Progress", () => {
    it("begins with nothing, and keeps what is written", async () => {
        const { client } = bucket();
        const progress = new S3Progress(client, "models");
        assert.deepEqual(await progress.read(), { undone: [] });
        await progress.write(some);
        await progress.write(some);
        assert.deepEqual(await new S3Progress(client, "models").read(), some);
    });

    it("writes only over what it knows, from nothing and from something", async () => {
        const { client } = bucket();
        const [one, other] = [new S3Progress(client, "models"), new S3Progress(client, "models")];
        for (const _ of ["nothing", "something"]) {
            await Promise.all([one.read(), other.read()]);
            await one.write(some);
            await assert.rejects(other.write(some), { name: "AnotherRunError", message: "another run is at it" });
        }
        await other.read();
        await other.write(some);
    });

    it("takes a write at the same moment, or an object that went away, for another run too", async () => {
        for (const [error, name] of [
            [Object.assign(new Error("at once"), { name: "ConditionalRequestConflict" }), "AnotherRunError"],
            [new NoSuchKey({ message: "none", $metadata: {} }), "AnotherRunError"],
            [Object.assign(new Error("no"), { name: "AccessDenied" }), "AccessDenied"],
        ] as const) {
            const send = async () => {
                throw error;
            };
            const progress = new S3Progress({ send: send as unknown as S3Client["send"] }, "models");
            await assert.rejects(progress.write(some), { name });
        }
    });

    it("never takes what it cannot read for empty, or what was undone would be tried again", async () => {
        for (const text of ["", "{", '{"undone":"all"}']) {
            const { client } = bucket(text);
            await assert.rejects(new S3Progress(client, "models").read(), {
                name: "ProgressError",
                message: /promotion.json is not what promote wrote: bring an earlier version/,
            });
        }
        const { client, fail } = bucket();
        client.send = (async () => fail("AccessDenied")) as unknown as S3Client["send"];
        await assert.rejects(new S3Progress(client, "models").read(), { name: "AccessDenied" });
    });
});
