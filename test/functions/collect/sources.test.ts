import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { S3Client } from "@aws-sdk/client-s3";
import type { STSClient } from "@aws-sdk/client-sts";
import { HttpsSourceReader } from "../../../functions/collect/https-source.ts";
import { S3Landing } from "../../../functions/collect/s3-landing.ts";
import { partnerClient, S3SourceReader } from "../../../functions/collect/s3-source.ts";
import { type HttpsSource, type S3Source, sourcesOf } from "../../../functions/collect/source.ts";

const https: HttpsSource = { kind: "https", name: "web", landsIn: "iso20022", url: "https://web.example/a/day.xml" };
const s3: S3Source = {
    kind: "s3",
    name: "partner",
    landsIn: "card-network",
    bucket: "partner-files",
    prefix: "out/",
    region: "eu-west-1",
    roleArn: "arn:aws:iam::999999999999:role/reader",
};
const NOW = "2026-03-01T00:00:00.000Z";

interface Call {
    constructor: { name: string };
    input: Record<string, unknown>;
}

/** A client that answers by the name of the command, and remembers what it was asked. */
function client<Client>(answers: Record<string, unknown[]>) {
    const calls: [string, Record<string, unknown>][] = [];
    const send = async ({ constructor: { name }, input }: Call) => {
        calls.push([name, input]);
        const answer = answers[name]?.shift();
        if (answer instanceof Error) throw answer;
        return answer;
    };
    return { calls, client: { send } as Client };
}

function answering(...responses: Response[]) {
    const asked: (string | undefined)[] = [];
    const fetcher = async (_url: unknown, options?: RequestInit) => {
        asked.push(`${options?.method} ${options?.redirect}`);
        return responses.shift() ?? new Response(null, { status: 500 });
    };
    return { asked, reader: new HttpsSourceReader(https, () => new Date(NOW), fetcher) };
}

const found = (headers: Record<string, string>, body: string | null = null) => new Response(body, { headers });
const FILE = { mark: '"v1"', name: "day.xml", modifiedAt: NOW };

describe("a file behind an address", () => {
    it("is what its entity tag says, or else its time", async () => {
        assert.deepEqual(await answering(found({ etag: '"v1"', "last-modified": "then" })).reader.list(), [FILE]);
        const [dated] = await answering(found({ "last-modified": "then" })).reader.list();
        assert.equal(dated?.mark, "then");
    });

    it("is handed over with its length, from the configured address only", async () => {
        const { reader, asked } = answering(found({ etag: '"v1"', "content-length": "4" }, "text"));
        const { body, bytes } = await reader.open(FILE);
        assert.deepEqual([(await buffer(body)).toString(), bytes], ["text", 4]);
        assert.deepEqual(asked, ["GET error"]);
    });

    const refusals: [string, Response, RegExp][] = [
        ["an error", new Response(null, { status: 404 }), /answered GET with 404/],
        ["part of a file", new Response("x", { status: 206 }), /answered GET with 206/],
        ["another content than listed", found({ etag: '"v2"', "content-length": "1" }, "x"), /changed while/],
        ["an unknown length", found({ etag: '"v1"' }, "x"), /length/],
        ["an encoding", found({ etag: '"v1"', "content-length": "1", "content-encoding": "gzip" }, "x"), /encodes/],
        ["no mark", found({ "content-length": "1" }, "x"), /neither ETag nor Last-Modified/],
    ];
    for (const [title, response, message] of refusals) {
        it(`is refused with ${title}`, () => assert.rejects(answering(response).reader.open(FILE), message));
    }
});

describe("a partner's bucket", () => {
    it("is listed page by page, without folders", async () => {
        const LastModified = new Date(NOW);
        const { client: bucket, calls } = client<S3Client>({
            ListObjectsV2Command: [
                { Contents: [{ Key: "out/", ETag: '"0"', LastModified, Size: 0 }], NextContinuationToken: "more" },
                { Contents: [{ Key: "out/x/a.csv", ETag: '"1"', LastModified, Size: 3 }] },
            ],
        });
        const listed = await new S3SourceReader(async () => bucket, s3).list();
        assert.deepEqual(listed, [
            { mark: 'out/x/a.csv "1"', name: "a.csv", modifiedAt: NOW, key: "out/x/a.csv", eTag: '"1"' },
        ]);
        assert.deepEqual(
            calls.map(([, input]) => [input.Bucket, input.Prefix, input.ContinuationToken]),
            [
                ["partner-files", "out/", undefined],
                ["partner-files", "out/", "more"],
            ],
        );
    });

    it("hands over exactly the content that was listed", async () => {
        const { client: bucket, calls } = client<S3Client>({
            GetObjectCommand: [{ Body: Readable.from(["x"]), ContentLength: 1 }],
        });
        const file = { mark: "m", name: "a.csv", modifiedAt: NOW, key: "out/a.csv", eTag: '"1"' };
        assert.equal((await new S3SourceReader(async () => bucket, s3).open(file)).bytes, 1);
        assert.deepEqual(calls, [["GetObjectCommand", { Bucket: "partner-files", Key: "out/a.csv", IfMatch: '"1"' }]]);
    });

    it("is read with the partner's role, taken on once", async () => {
        const Credentials = { AccessKeyId: "key", SecretAccessKey: "secret", SessionToken: "token" };
        const { client: sts, calls } = client<STSClient>({ AssumeRoleCommand: [{ Credentials }] });
        const open = partnerClient(sts, s3);
        const [one, other] = [await open(), await open()];
        assert.equal(one, other);
        const { accessKeyId, sessionToken } = await one.config.credentials();
        assert.deepEqual([accessKeyId, sessionToken, await one.config.region()], ["key", "token", "eu-west-1"]);
        const session = { RoleArn: s3.roleArn, RoleSessionName: "compliance-platform-collect" };
        assert.deepEqual(calls, [["AssumeRoleCommand", session]]);
    });
});

describe("landing", () => {
    const content = () => ({ body: Readable.from(["x"]), bytes: 1 });

    it("takes a key once", async () => {
        const { client: bucket, calls } = client<S3Client>({ PutObjectCommand: [{}] });
        const { body, bytes } = content();
        await new S3Landing(bucket, "landing").land("k", { body, bytes });
        const put = { Bucket: "landing", Key: "k", Body: body, ContentLength: 1, IfNoneMatch: "*" };
        assert.deepEqual(calls, [["PutObjectCommand", put]]);
    });

    it("is content with a key that is there, and with no other refusal", async () => {
        const refusal = (name: string) => Object.assign(new Error("no"), { name });
        const answers = [refusal("PreconditionFailed"), refusal("AccessDenied")];
        const { client: bucket } = client<S3Client>({ PutObjectCommand: answers });
        const landing = new S3Landing(bucket, "landing");
        await landing.land("k", content());
        await assert.rejects(landing.land("k", content()), { name: "AccessDenied" });
    });

    it("gives up an upload whose source breaks off, with the source's error", async () => {
        const send = (_: unknown, { abortSignal }: { abortSignal: AbortSignal }) =>
            new Promise((_, reject) => abortSignal.addEventListener("abort", () => reject(new Error("aborted"))));
        const body = new Readable({ read() {} });
        const landed = new S3Landing({ send } as unknown as S3Client, "landing").land("k", { body, bytes: 1 });
        body.destroy(new Error("connection lost"));
        await assert.rejects(landed, { message: "connection lost" });
    });
});

describe("the configured sources", () => {
    it("are read as they are", () => assert.deepEqual(sourcesOf(JSON.stringify([https, s3])), [https, s3]));

    for (const wrong of ["", "{}", JSON.stringify([{ ...https, url: "http://web.example" }]), '[{"kind":"ftp"}]']) {
        it(`are refused when they are ${wrong || "nothing"}`, () => {
            assert.throws(() => sourcesOf(wrong), { name: "SourcesError", message: /SOURCES must be a JSON list/ });
        });
    }
});
