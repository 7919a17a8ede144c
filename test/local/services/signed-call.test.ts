import assert from "node:assert/strict";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { ATHENA, type Caller, signedCall } from "../../../local/services/signed-call.ts";

/** The headers of one call, as they arrive. */
async function sentBy(credentials: Caller["credentials"]): Promise<IncomingHttpHeaders> {
    let headers: IncomingHttpHeaders = {};
    const server = createServer((request, response) => {
        headers = request.headers;
        response.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
        await signedCall({ endpoint, region: "eu-west-1", credentials }, ATHENA, "ListWorkGroups", {});
    } finally {
        await new Promise((resolve) => server.close(resolve));
    }
    return headers;
}

describe("a signed call", () => {
    const keys = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };

    it("brings the token of credentials that expire, under the signature", async () => {
        const headers = await sentBy({ ...keys, sessionToken: "token" });
        assert.equal(headers["x-amz-security-token"], "token");
        assert.match(
            String(headers.authorization),
            /SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-/,
        );
    });

    it("brings none of credentials that stay", async () => {
        const headers = await sentBy(keys);
        assert.equal(headers["x-amz-security-token"], undefined);
        assert.doesNotMatch(String(headers.authorization), /security-token|secret/);
    });
});
