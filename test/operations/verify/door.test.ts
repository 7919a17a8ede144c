import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { answerTo } from "../../../functions/receive/answer.ts";
import type { Ports } from "../../../functions/receive/ports.ts";
import type { Context, Step } from "../../../operations/verify/step.ts";
import { door } from "../../../operations/verify/steps/door.ts";
import { token } from "../../../operations/verify/steps/token.ts";

const VARIABLE = "COMPLIANCE_EXCHANGE_TOKEN";
const GOOD = "header.claims.signature";
const NOBODY: Ports = {} as Ports;
const SILENT = { info: () => undefined, warn: () => undefined, count: () => undefined };

interface Door {
    /** Tokens that the authorizer takes; `all` is a route without one. */
    takes: readonly string[] | "all";
    /** Whether the function gets the header. */
    handsOver?: boolean;
    /** As whom the authorizer knows the caller. */
    caller?: string;
    /** What stands in the way of the function. */
    broken?: number;
}

/** API Gateway's recorded refusal, and behind it the function itself. */
function stand({ takes, handsOver = true, caller = "somebody", broken }: Door): Server {
    return createServer(async (request: IncomingMessage, response) => {
        const bearer = request.headers.authorization?.replace(/^Bearer /, "");
        if (takes !== "all" && !takes.includes(bearer ?? "")) {
            response.writeHead(401, { "content-type": "application/json", "www-authenticate": "Bearer" });
            response.end('{"message":"Unauthorized"}');
            return;
        }
        if (broken !== undefined) {
            response.writeHead(broken, { "content-type": "application/json" });
            response.end('{"message":"Internal Server Error"}');
            return;
        }
        const [, , set = "", run = "", verb = ""] = (request.url ?? "").split("/");
        const event = {
            routeKey: `${request.method} /supplementary/{set}/{run}/${verb}`,
            headers: handsOver ? { authorization: request.headers.authorization ?? "" } : {},
            requestContext: { authorizer: { jwt: { claims: { sub: caller }, scopes: [] } } },
            pathParameters: { set, run },
            body: "[]",
            isBase64Encoded: false,
        };
        const { statusCode, body } = await answerTo(event, "factory", NOBODY, new Date(), SILENT);
        response.writeHead(statusCode ?? 200, { "content-type": "application/json" });
        response.end(body);
    });
}

async function tried(step: Step, behind: Door) {
    const server = stand(behind);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const supplementaryUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
        return await step.run({ outputs: { supplementaryUrl } } as Context);
    } finally {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
    }
}

describe("the step that knocks at the door for Azure", () => {
    it("holds when nobody is let in", async () => {
        assert.equal((await tried(door, { takes: [GOOD] })).state, "held");
    });

    it("fails when a call without a token reaches the function, even if that refuses it", async () => {
        const verdict = await tried(door, { takes: "all" });
        assert.match(JSON.stringify(verdict), /With no token it answers 401 no-token instead of the authorizer's 401/);
        assert.equal(verdict.state, "failed");
    });

    it("fails when a token that nobody signed is taken", async () => {
        const verdict = await tried(door, { takes: ["e30.e30.e30"] });
        assert.match(JSON.stringify(verdict), /With a token of nobody it answers 403 other-identity/);
    });
});

describe("the step that brings a token of Entra", () => {
    const before = process.env[VARIABLE];
    beforeEach(() => {
        process.env[VARIABLE] = GOOD;
    });
    afterEach(() => {
        if (before === undefined) delete process.env[VARIABLE];
        else process.env[VARIABLE] = before;
    });

    it("holds when the function answers that somebody else brings data, or the factory not this set", async () => {
        const verdict = await tried(token, { takes: [GOOD] });
        assert.deepEqual(verdict, { state: "held", evidence: { status: 403, code: "other-identity" } });
        const factory = await tried(token, { takes: [GOOD], caller: "factory" });
        assert.deepEqual(factory, { state: "held", evidence: { status: 404, code: "unknown-set" } });
    });

    it("fails when the header is lost between authorizer and function", async () => {
        const verdict = await tried(token, { takes: [GOOD], handsOver: false });
        assert.match(JSON.stringify(verdict), /took the token, and the function did not get it/);
    });

    it("cannot tell by a token that is not taken", async () => {
        const verdict = await tried(token, { takes: [] });
        assert.equal(verdict.state, "unknown");
        assert.match(JSON.stringify(verdict), /expired, or is not for this application/);
    });

    it("fails when what is behind the door is broken", async () => {
        const verdict = await tried(token, { takes: [GOOD], broken: 500 });
        assert.match(JSON.stringify(verdict), /answers 500 instead of 403 other-identity/);
    });

    it("cannot tell without a token", async () => {
        delete process.env[VARIABLE];
        assert.equal((await tried(token, { takes: [GOOD] })).state, "unknown");
    });

    it("never repeats what it was given, token or not", async () => {
        for (const given of ["secret.claims.signature", "secret\nin two lines", "secret words"]) {
            process.env[VARIABLE] = given;
            const verdict = await tried(token, { takes: [] });
            assert.equal(verdict.state, "unknown");
            assert.doesNotMatch(JSON.stringify(verdict), /secret/);
        }
    });
});
