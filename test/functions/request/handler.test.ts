import assert from "node:assert/strict";
import { STSClient } from "@aws-sdk/client-sts";
import { runHandler } from "../support/run-handler.ts";

const RUN = "12345678-1234-4123-8123-123456789014";
const ENVIRONMENT = {
    AZURE_TENANT_ID: "12345678-1234-4123-8123-123456789012",
    AZURE_CLIENT_ID: "12345678-1234-4123-8123-123456789013",
    FACTORY_ID: "/subscriptions/one/factories/it",
    PIPELINES: "sanctions-list,risk-ratings",
};

describe("the handler of request", () => {
    const { fetch } = globalThis;
    const asked: string[] = [];
    before(() => {
        globalThis.fetch = async (url, { method, headers } = {}) => {
            const { pathname } = new URL(String(url));
            const bearer = new Headers(headers).get("authorization");
            asked.push([method, pathname, ...(bearer === null ? [] : [bearer])].join(" "));
            return Response.json({ access_token: "of-azure", runId: RUN, status: "Succeeded" });
        };
    });
    after(() => {
        globalThis.fetch = fetch;
    });

    it("becomes its identity on Azure once, and has each pipeline run", async () => {
        const { result, lines } = await runHandler("request", ENVIRONMENT, [STSClient], () => ({
            WebIdentityToken: "of-aws",
        }));
        const pipelines = ["sanctions-list", "risk-ratings"];
        assert.deepEqual(
            result,
            pipelines.map((pipeline) => ({ pipeline, run: RUN })),
        );
        const [token, ...others] = asked;
        assert.equal(token, `POST /${ENVIRONMENT.AZURE_TENANT_ID}/oauth2/v2.0/token`);
        const watched = `GET ${ENVIRONMENT.FACTORY_ID}/pipelineruns/${RUN} Bearer of-azure`;
        const started = pipelines.map(
            (name) => `POST ${ENVIRONMENT.FACTORY_ID}/pipelines/${name}/createRun Bearer of-azure`,
        );
        assert.deepEqual(others.sort(), [watched, watched, ...started].sort());
        assert.equal(lines.filter(({ message }) => message === "set brought").length, 2);
    });
});
