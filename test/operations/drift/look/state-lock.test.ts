import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { stateLock } from "../../../../operations/drift/look/state-lock.ts";

const LOCKS = ".pulumi/locks/organization/compliance-platform/prod/";

/** Answers as S3 does, of one object. */
async function s3With(objects: Readonly<Record<string, string>>): Promise<{ server: Server; asked: string[] }> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
        const { pathname, searchParams } = new URL(request.url ?? "", "http://s3");
        asked.push(`${pathname} ${searchParams.get("prefix") ?? ""}`.trim());
        const content = objects[decodeURIComponent(pathname.replace("/state-bucket/", ""))];
        if (content !== undefined) return response.end(content);
        const keys = Object.keys(objects).filter((key) => key.startsWith(searchParams.get("prefix") ?? ""));
        const contents = keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join("");
        response.setHeader("content-type", "application/xml");
        response.end(
            `<?xml version="1.0"?><ListBucketResult><KeyCount>${keys.length}</KeyCount>${contents}</ListBucketResult>`,
        );
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return { server, asked };
}

describe("the lock of a state in S3", () => {
    const before: NodeJS.ProcessEnv = {};
    let server: Server;
    let asked: string[];

    const start = async (objects: Readonly<Record<string, string>>) => {
        ({ server, asked } = await s3With(objects));
        const { port } = server.address() as AddressInfo;
        const settings = {
            AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
            AWS_ACCESS_KEY_ID: "nobody",
            AWS_SECRET_ACCESS_KEY: "nothing",
        };
        for (const name of Object.keys(settings)) before[name] = process.env[name];
        Object.assign(process.env, settings);
    };
    afterEach(() => {
        for (const [name, value] of Object.entries(before)) {
            if (value === undefined) delete process.env[name];
            else process.env[name] = value;
        }
        server.closeAllConnections();
        server.close();
    });
    const locked = (url: string) => stateLock(url, "compliance-platform", "prod");

    it("says since when somebody works on the stack, below the prefix of the backend", async () => {
        await start({ [`team/${LOCKS}a.json`]: '{"username":"ada","timestamp":"2026-03-01T10:00:00Z"}' });
        assert.equal(
            await locked("s3://state-bucket/team?region=eu-west-1"),
            "an update is running since 2026-03-01T10:00:00Z",
        );
        assert.ok(
            asked.includes(`/state-bucket/ team/${LOCKS}`) || asked.includes(`/state-bucket team/${LOCKS}`),
            asked.join(),
        );
    });

    it("is none where there is none", async () => {
        await start({});
        assert.equal(await locked("s3://state-bucket?region=eu-west-1"), undefined);
    });
});

describe("the lock of a state that lies elsewhere", () => {
    it("is not seen: the state itself tells of an update", async () => {
        assert.equal(await stateLock("https://api.pulumi.com", "compliance-platform", "prod"), undefined);
        assert.equal(await stateLock("file:///nowhere/at-all", "compliance-platform", "prod"), undefined);
    });
});
