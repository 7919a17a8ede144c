import assert from "node:assert/strict";
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { type Served, served } from "../../console/support/served.ts";

interface Asked {
    path: string;
    method?: string;
    headers?: Record<string, string>;
    body?: string;
}

describe("the console's server", () => {
    let console: Served;
    before(async () => {
        console = await served();
    });
    after(() => console.close());

    function ask({ path, method = "GET", headers = {}, body }: Asked, host = "127.0.0.1") {
        const { port } = new URL(console.origin);
        return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
            const sent = request({ host, port, path, method, headers }, (response) => {
                let text = "";
                response.on("data", (chunk) => {
                    text += chunk;
                });
                response.on("end", () =>
                    resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
                );
            });
            sent.once("error", reject);
            sent.end(body);
        });
    }
    const withToken = () => ({ "x-console-token": console.token });
    const posting = () => ({ ...withToken(), "content-type": "application/json" });

    for (const path of ["/", "/page.js", "/charts.js", "/style.css", "/icon.svg"]) {
        it(`gives ${path} to a browser that has no token yet, and nothing of the platform in it`, async () => {
            const { status, text } = await ask({ path });
            assert.equal(status, 200);
            assert.ok(text.length > 100);
            assert.ok(!text.includes(console.token) && !text.includes("mobile-bank:0000"));
        });
    }

    it("lets the page load nothing from elsewhere, and stand in no frame", async () => {
        const { headers } = await ask({ path: "/" });
        const policy = String(headers["content-security-policy"]);
        assert.match(policy, /default-src 'none'/);
        assert.match(policy, /frame-ancestors 'none'/);
        assert.doesNotMatch(policy, /unsafe|https?:|\*/);
        assert.equal(headers["access-control-allow-origin"], undefined);
    });

    for (const { title, headers } of [
        { title: "no token", headers: {} },
        { title: "another token", headers: { "x-console-token": "x".repeat(43) } },
        { title: "a token that is cut", headers: { "x-console-token": "x" } },
    ]) {
        it(`tells nothing and does nothing for ${title}`, async () => {
            for (const asked of [
                { path: "/api/state?after=0" },
                { path: "/api/decisions", method: "POST", body: "{}" },
                { path: "/api/replays", method: "POST", body: "{}" },
            ]) {
                const { status, text } = await ask({ ...asked, headers });
                assert.equal(status, 401);
                assert.deepEqual(JSON.parse(text), {
                    error: "Open the console by the address that npm start printed.",
                });
            }
            assert.deepEqual(console.asked, []);
        });
    }

    it("takes no token that a browser would send of its own accord", async () => {
        const headers = { cookie: `x-console-token=${console.token}` };
        assert.equal((await ask({ path: "/api/state?after=0", headers })).status, 401);
        assert.equal((await ask({ path: `/api/state?after=0&token=${console.token}` })).status, 401);
    });

    it("answers to no other name that leads to this machine", async () => {
        const headers = { ...withToken(), host: "console.example:80" };
        assert.equal((await ask({ path: "/api/state?after=0", headers })).status, 403);
        assert.equal((await ask({ path: "/", headers })).status, 403);
    });

    it("listens on the loopback alone", async () => {
        const others = Object.values(networkInterfaces())
            .flatMap((addresses) => addresses ?? [])
            .filter(({ family, internal }) => family === "IPv4" && !internal);
        for (const { address } of others) await assert.rejects(ask({ path: "/" }, address));
        assert.equal((await ask({ path: "/" })).status, 200);
    });

    it("tells who has the token how things stand", async () => {
        const { status, headers, text } = await ask({ path: "/api/state?after=0", headers: withToken() });
        assert.equal(status, 200);
        assert.equal(headers["cache-control"], "no-store");
        assert.equal(JSON.parse(text).counts.alerts, 74);
    });

    for (const { title, asked, status, error } of [
        {
            title: "an action that does not come as JSON",
            asked: { path: "/api/decisions", method: "POST", headers: { "content-type": "text/plain" }, body: "{}" },
            status: 415,
            error: "Send JSON.",
        },
        {
            title: "what is no JSON",
            asked: { path: "/api/decisions", method: "POST", body: "{" },
            status: 400,
            error: "That is not JSON.",
        },
        {
            title: "more than a decision can be",
            asked: { path: "/api/decisions", method: "POST", body: JSON.stringify("x".repeat(20_000)) },
            status: 413,
            error: "Send no more than 16384 bytes.",
        },
        {
            title: "an action by GET",
            asked: { path: "/api/decisions" },
            status: 405,
            error: "This is asked for by POST.",
        },
        {
            title: "an action that there is not",
            asked: { path: "/api/nothing", method: "POST", body: "{}" },
            status: 404,
            error: "There is nothing here.",
        },
        {
            title: "a path that there is not",
            asked: { path: "/../package.json" },
            status: 404,
            error: "There is nothing here.",
        },
    ]) {
        it(`refuses ${title}`, async () => {
            const answer = await ask({ ...asked, headers: { ...posting(), ...asked.headers } });
            assert.deepEqual({ status: answer.status, ...JSON.parse(answer.text) }, { status, error });
            assert.deepEqual(console.asked, []);
        });
    }
});
