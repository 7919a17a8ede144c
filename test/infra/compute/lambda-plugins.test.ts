import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { bundle } from "../../../infra/compute/bundle.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const HANDLER = `
    import { PutObjectCommand, S3Client, NoSuchKey, GetObjectCommand } from "@aws-sdk/client-s3";
    const s3 = () => new S3Client({ region: "eu-west-1", endpoint: process.env.TEST_ENDPOINT, forcePathStyle: true });
    export const handler = async (body) => {
        const written = await s3().send(new PutObjectCommand({ Bucket: "b", Key: "k", Body: body }));
        const failure = await s3().send(new GetObjectCommand({ Bucket: "b", Key: "missing" })).catch((error) => error);
        return { etag: written.ETag, missing: failure instanceof NoSuchKey, code: process.env.AWS_ACCESS_KEY_ID };
    };
`;

const MISSING = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>not there</Message></Error>';

describe("a bundled function", () => {
    let folder: string;
    const environment = { ...process.env };
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "bundle-plugins-"));
    });
    after(async () => {
        process.env = environment;
        await rm(folder, { recursive: true });
    });

    it("calls AWS with the credentials of its environment, and knows the errors by their classes", async () => {
        const requests: { method?: string; authorization?: string; agent?: string; body: string }[] = [];
        const server = createServer(async (request, response) => {
            const body = await textOf(request);
            const { authorization, "user-agent": agent } = request.headers;
            requests.push({
                method: request.method ?? "",
                authorization: authorization ?? "",
                agent: agent ?? "",
                body,
            });
            if (request.method === "PUT") response.setHeader("etag", '"the-etag"').end();
            else response.writeHead(404, { "content-type": "application/xml" }).end(MISSING);
        });
        await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
        const { port } = server.address() as AddressInfo;
        process.env.TEST_ENDPOINT = `http://127.0.0.1:${port}`;
        process.env.AWS_ACCESS_KEY_ID = "AKIDFORATEST";
        process.env.AWS_SECRET_ACCESS_KEY = "a-secret-for-a-test";
        try {
            const { handler } = await loaded(HANDLER);
            assert.deepEqual(await handler("words"), { etag: '"the-etag"', missing: true, code: "AKIDFORATEST" });
        } finally {
            server.close();
        }
        assert.deepEqual(
            requests.map(({ method }) => method),
            ["PUT", "GET"],
        );
        assert.match(requests[0]?.agent ?? "", /^aws-sdk-js\/\d+\.\d+\.\d+ /);
        assert.match(requests[0]?.body ?? "", /words/);
        for (const { authorization } of requests) assert.match(authorization ?? "", /Credential=AKIDFORATEST\//);
    });

    it("leaves out the logins of people and the operations that it does not use", async () => {
        const { code } = await loaded(HANDLER);
        assert.doesNotMatch(code, /sso-oidc|RegisterClient|AssumeRoleWithWebIdentity|DeleteBucketPolicy/);
        assert.match(code, /PutObject/);
    });

    async function loaded(source: string) {
        // Inside the repository, whose libraries the handler imports.
        const entry = join(ROOT, ".platform", `bundle-plugins-${process.pid}.ts`);
        await mkdir(dirname(entry), { recursive: true });
        await writeFile(entry, source);
        try {
            const { path } = await bundle("plugins", { entry, folder });
            const files = unzipSync(await readFile(path));
            const code = Buffer.from(files["index.mjs"] ?? "").toString();
            const module = join(folder, "index.mjs");
            await writeFile(module, code);
            const { handler } = await import(pathToFileURL(module).href);
            return { handler, code };
        } finally {
            await rm(entry);
        }
    }
});

async function textOf(request: IncomingMessage): Promise<string> {
    const chunks = await request.toArray();
    return Buffer.concat(chunks).toString();
}
