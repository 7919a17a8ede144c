import assert from "node:assert/strict";
import { Readable } from "node:stream";
import type { S3Client } from "@aws-sdk/client-s3";
import { LandedObjectError, openLanded, statusOf } from "../../../functions/unpack/landing-objects.ts";
import { ManifestStore } from "../../../functions/unpack/manifest-store.ts";
import { TokenKeyError, tokenKey } from "../../../functions/unpack/rows/token-key.ts";
import { jobOf } from "./support/memory-world.ts";
import { textOf } from "./support/readers.ts";

interface Sent {
    input: Record<string, unknown>;
}

/** A client that answers each command in turn. */
function client(...answers: (() => unknown)[]): { sent: Record<string, unknown>[]; send: S3Client["send"] } {
    const sent: Record<string, unknown>[] = [];
    const send = async ({ input }: Sent): Promise<unknown> => {
        sent.push(input);
        const answer = answers[sent.length - 1];
        if (answer === undefined) throw new Error("asked too often");
        return answer();
    };
    return { sent, send: send as unknown as S3Client["send"] };
}

function failure(httpStatusCode: number): () => never {
    return () => {
        throw Object.assign(new Error(`status ${httpStatusCode}`), { $metadata: { httpStatusCode } });
    };
}

/** A body that breaks off after its text, as a connection does. */
function broken(text: string): () => object {
    const chunks = async function* () {
        yield Buffer.from(text);
        throw new Error("connection reset");
    };
    return () => ({ Body: Readable.from(chunks()) });
}

const whole = (text: string) => () => ({ Body: Readable.from([Buffer.from(text)]) });

describe("openLanded", () => {
    const job = jobOf("card-network/a.csv");

    it("asks for the version that landed", async () => {
        const s3 = client(whole("abc"));
        assert.equal(await textOf(await openLanded(s3, job)), "abc");
        assert.deepEqual(s3.sent, [{ Bucket: "landing", Key: "card-network/a.csv", VersionId: "v1" }]);
    });

    it("asks for the entity tag where there are no versions", async () => {
        const s3 = client(whole("abc"));
        const { versionId: _, ...unversioned } = job;
        await textOf(await openLanded(s3, unversioned));
        assert.deepEqual(s3.sent, [{ Bucket: "landing", Key: "card-network/a.csv", IfMatch: '"e1"' }]);
    });

    it("goes on where a connection broke off", async () => {
        const s3 = client(broken("abc"), broken("de"), whole("f"));
        assert.equal(await textOf(await openLanded(s3, job)), "abcdef");
        assert.deepEqual(
            s3.sent.map(({ Range }) => Range),
            [undefined, "bytes=3-", "bytes=5-"],
        );
    });

    it("gives up a connection that breaks off again and again", async () => {
        const s3 = client(...Array.from({ length: 6 }, () => broken("a")));
        await assert.rejects(async () => textOf(await openLanded(s3, job)), /connection reset/);
        assert.equal(s3.sent.length, 6);
    });

    for (const status of [404, 412]) {
        it(`says that the file is no longer there on ${status}`, async () => {
            const named = { ...job, key: "card-network/4539578763621486.csv" };
            await assert.rejects(openLanded(client(failure(status)), named), (error) => {
                assert.ok(error instanceof LandedObjectError && error.cause instanceof Error);
                assert.deepEqual(
                    [error.name, error.message],
                    ["LandedObjectError", "card-network/453957******1486.csv in version v1 is no longer in landing"],
                );
                return true;
            });
        });
    }

    it("passes other failures on", async () => {
        await assert.rejects(openLanded(client(failure(503)), job), /status 503/);
    });
});

describe("the status of a failure", () => {
    it("is that which the service answered with", () => {
        assert.equal(statusOf(Object.assign(new Error("gone"), { $metadata: { httpStatusCode: 404 } })), 404);
    });

    it("is none where no service answered", () => {
        const withMetadata = ($metadata: unknown): Error => Object.assign(new Error("odd"), { $metadata });
        const odd = [undefined, null, 404, "404", {}, { httpStatusCode: "404" }].map(withMetadata);
        for (const error of [...odd, new Error("plain"), undefined, "text", { $metadata: { httpStatusCode: 404 } }]) {
            assert.equal(statusOf(error), undefined);
        }
    });
});

describe("the manifest store", () => {
    it("knows a file that has its manifest", async () => {
        const s3 = client(() => ({ Body: { transformToString: async () => "{}" } }));
        assert.equal(await new ManifestStore(s3, "manifests").exists("a/v1.json"), true);
        assert.deepEqual(s3.sent, [{ Bucket: "manifests", Key: "a/v1.json" }]);
    });

    it("knows one whose manifest is empty", async () => {
        assert.equal(
            await new ManifestStore(
                client(() => ({})),
                "manifests",
            ).exists("a/v1.json"),
            true,
        );
    });

    for (const status of [404, 403]) {
        it(`takes ${status} for a file that has none`, async () => {
            assert.equal(await new ManifestStore(client(failure(status)), "manifests").exists("a/v1.json"), false);
        });
    }

    it("does not take trouble for absence", async () => {
        await assert.rejects(new ManifestStore(client(failure(500)), "manifests").exists("a"), /status 500/);
        const odd = () => {
            throw Object.assign(new Error("odd"), { $metadata: null });
        };
        await assert.rejects(new ManifestStore(client(odd), "manifests").exists("a"), /odd/);
    });
});

describe("the token key", () => {
    const asKms = (fake: ReturnType<typeof client>) => fake as unknown as Parameters<typeof tokenKey>[0];

    it("is the code KMS gives for the label of its version", async () => {
        const kms = client(() => ({ Mac: Buffer.from("mac") }));
        assert.deepEqual(await tokenKey(asKms(kms), "key-1", "v2"), Buffer.from("mac"));
        assert.deepEqual(kms.sent, [
            { KeyId: "key-1", MacAlgorithm: "HMAC_SHA_256", Message: Buffer.from("card-token-key:v2") },
        ]);
    });

    it("is missed when KMS gives none", async () => {
        await assert.rejects(tokenKey(asKms(client(() => ({}))), "key-1", "v1"), (error) => {
            assert.ok(error instanceof TokenKeyError);
            assert.equal(String(error), "TokenKeyError: KMS gave no code for the card token key");
            return true;
        });
    });
});
