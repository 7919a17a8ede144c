import assert from "node:assert/strict";
import { startEntra } from "../../../../../local/azure/entra/entra.ts";
import { SIGN_IN } from "../../../../../local/azure/entra/issuers.ts";
import { invoke } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { makeFunction } from "../../support/resources.ts";
import { startServices } from "../../support/running-services.ts";

const source =
    "export const handler = async () => ({ names: Object.keys(process.env).sort(), key: process.env.AWS_ACCESS_KEY_ID });";

describe("correction function-environment", () => {
    itNeeds("function-environment", {
        behaviour: "gives a function Lambda's variables and its configured ones, nothing of the server's",
        async observe({ clients, folder, services }) {
            await makeFunction(clients, "nosy", { source, folder, environment: { CONFIGURED: "yes" } });
            const answer = (await invoke(clients, "nosy")) as { names: string[]; key: string };
            return { ...answer, adminKey: services.credentials.accessKeyId };
        },
        expect({ names, key, adminKey }) {
            assert.notEqual(key, adminKey);
            assert.deepEqual(names, [
                "AWS_ACCESS_KEY_ID",
                "AWS_DEFAULT_REGION",
                "AWS_DISABLE_HOST_PREFIX_INJECTION",
                "AWS_ENDPOINT_URL",
                "AWS_EXECUTION_ENV",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                "AWS_LAMBDA_FUNCTION_NAME",
                "AWS_LAMBDA_FUNCTION_VERSION",
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                "AWS_LAMBDA_LOG_GROUP_NAME",
                "AWS_LAMBDA_LOG_STREAM_NAME",
                "AWS_REGION",
                "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "CONFIGURED",
                "LAMBDA_TASK_ROOT",
                "LANG",
                "LOCAL_PATIENCE",
                "PATH",
                "TMPDIR",
                "TZ",
                "_HANDLER",
                "_LAMBDA_FUNCTION_ARN",
                "_LAMBDA_TIMEOUT",
                "_MINISTACK_INVOKE_DEPTH",
            ]);
        },
    });

    it("takes what a function asks of another cloud to where that answers here, and nothing else", async () => {
        const entra = await startEntra();
        const running = await startServices([], {}, false, {}, { [SIGN_IN]: `${entra.issuers[SIGN_IN]}` });
        const { clients, folder } = running;
        try {
            const environment = {
                TENANT: "12345678-1234-4123-8123-123456789012",
                HERE: running.services.endpoint,
                NODE_OPTIONS: "--enable-source-maps",
            };
            await makeFunction(clients, "asking", { source: asking, folder, environment });
            assert.deepEqual(await invoke(clients, "asking"), {
                issuer: `${SIGN_IN}${environment.TENANT}/v2.0`,
                own: false,
            });
        } finally {
            await running.stop();
            await entra.close();
        }
    });
});

const asking = `export const handler = async () => {
    const { TENANT, HERE } = process.env;
    const path = TENANT + "/v2.0/.well-known/openid-configuration";
    const { issuer } = await (await fetch("${SIGN_IN}" + path)).json();
    return { issuer, own: (await fetch(HERE + "/" + path)).ok };
};`;
