import assert from "node:assert/strict";
import { ActivityLogRecords } from "../../../../operations/drift/causes/activity-log.ts";
import { azureClient } from "../../../../operations/drift/causes/azure-client.ts";
import { azureToken } from "../../../../operations/drift/causes/azure-token.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const id =
    "/subscriptions/11111110-1111-4111-8111-111111111111/resourceGroups/exchange/providers/Microsoft.Storage/storageAccounts/exchange";
const subject = { type: "azure-native:storage:StorageAccount", id, names: [id], region: undefined, since: new Date(0) };

/** As the Activity Log answers, without what nobody reads here. */
const entry = (operation: string, at: string, changes: object = {}) => ({
    authorization: { action: operation, scope: id },
    caller: "ada@bank.example",
    category: { value: "Administrative", localizedValue: "Administrative" },
    eventTimestamp: at,
    operationName: { value: operation, localizedValue: operation },
    status: { value: "Succeeded", localizedValue: "Succeeded" },
    resourceId: id,
    ...changes,
});

describe("who did it, by the Activity Log", () => {
    it("is whoever wrote, deleted or acted last, with success, on every page", async () => {
        const asked: string[] = [];
        const pages = [
            {
                value: [
                    entry("Microsoft.Storage/storageAccounts/write", "2026-03-01T11:00:00.1234567Z", {
                        status: { value: "Failed" },
                    }),
                    entry("Microsoft.Storage/storageAccounts/read", "2026-03-01T11:30:00Z"),
                    entry("Microsoft.Storage/storageAccounts/write", "2026-03-01T09:00:00Z"),
                ],
                nextLink: "https://management.azure.com/next",
            },
            { value: [entry("Microsoft.Storage/storageAccounts/write", "2026-03-01T10:00:00Z", { caller: "grace" })] },
        ];
        const records = new ActivityLogRecords(
            async (path) => {
                asked.push(path);
                return pages[asked.length - 1];
            },
            () => NOW,
        );
        assert.deepEqual(await records.newest(subject), {
            who: "grace",
            what: "Microsoft.Storage/storageAccounts/write",
            at: "2026-03-01T10:00:00.000Z",
        });
        const query = new URL(asked[0] ?? "", "https://management.azure.com").searchParams;
        assert.equal(query.get("$filter"), `eventTimestamp ge '2025-12-01T12:00:00.000Z' and resourceUri eq '${id}'`);
        assert.match(
            asked[0] ?? "",
            /^\/subscriptions\/11111110-1111-4111-8111-111111111111\/providers\/Microsoft.Insights/,
        );
    });

    it("is nobody where nothing is recorded, or what is asked about is in no subscription", async () => {
        const records = new ActivityLogRecords(
            async () => ({}),
            () => NOW,
        );
        assert.equal(await records.newest(subject), undefined);
        assert.equal(await records.newest({ ...subject, id: "exchange" }), undefined);
    });
});

describe("Azure's management API", () => {
    const answering = (answers: Record<string, [number, unknown]>) => {
        const asked: { url: string; init: RequestInit | undefined }[] = [];
        const ask = (async (url: string | URL, init?: RequestInit) => {
            asked.push({ url: String(url), init });
            const [status, body] = answers[new URL(url).pathname] ?? [404, {}];
            return new Response(JSON.stringify(body), { status });
        }) as typeof fetch;
        return { asked, ask };
    };

    it("is asked with one token for all calls", async () => {
        let tokens = 0;
        const { ask, asked } = answering({ "/a": [200, { is: "a" }], "/b": [200, { is: "b" }] });
        const azure = azureClient(async () => `token-${++tokens}`, ask);
        assert.deepEqual(await azure("/a?x=1"), { is: "a" });
        assert.deepEqual(await azure("/b", { query: "x" }), { is: "b" });
        assert.equal(tokens, 1);
        assert.equal(new Headers(asked[1]?.init?.headers).get("authorization"), "Bearer token-1");
        assert.deepEqual([asked[1]?.init?.method, asked[1]?.init?.body], ["POST", '{"query":"x"}']);
    });

    it("that refuses is an error which says what was asked, without its parameters", async () => {
        const { ask } = answering({ "/a": [403, {}] });
        await assert.rejects(azureClient(async () => "t", ask)("/a?secret=1"), {
            message: "Azure answered 403 to /a",
        });
    });

    describe("gives a token", () => {
        const token = "/11111111-1111-4111-8111-111111111111/oauth2/v2.0/token";
        const identity = { ARM_CLIENT_ID: "client", ARM_TENANT_ID: "11111111-1111-4111-8111-111111111111" };
        const noCli = async () => assert.fail("the CLI is not asked");

        for (const [title, env, proof] of [
            ["for what the pipeline signed", { ARM_OIDC_TOKEN: "signed" }, ["client_assertion", "signed"]],
            ["for a secret", { ARM_CLIENT_SECRET: "hush" }, ["client_secret", "hush"]],
        ] as const) {
            it(title, async () => {
                const { ask, asked } = answering({ [token]: [200, { access_token: "bearer" }] });
                assert.equal(await azureToken({ ...identity, ...env }, { fetch: ask, cli: noCli }), "bearer");
                const body = new URLSearchParams(String(asked[0]?.init?.body));
                assert.equal(body.get(proof[0]), proof[1]);
                assert.equal(body.get("scope"), "https://management.azure.com/.default");
            });
        }

        it("for what a workflow of GitHub signs when it is asked", async () => {
            const { ask, asked } = answering({
                "/sign": [200, { value: "signed" }],
                [token]: [200, { access_token: "bearer" }],
            });
            const env = {
                ...identity,
                ACTIONS_ID_TOKEN_REQUEST_URL: "https://github.example/sign?job=1",
                ACTIONS_ID_TOKEN_REQUEST_TOKEN: "of the job",
            };
            assert.equal(await azureToken(env, { fetch: ask, cli: noCli }), "bearer");
            assert.equal(asked[0]?.url, "https://github.example/sign?job=1&audience=api%3A%2F%2FAzureADTokenExchange");
        });

        it("to a person who is logged in", async () => {
            const { ask } = answering({});
            const cli = async () => '{"accessToken":"of ada"}';
            assert.equal(await azureToken({}, { fetch: ask, cli }), "of ada");
        });

        it("to nobody else, and says what to do", async () => {
            const { ask } = answering({ [token]: [401, { error: "invalid_client" }] });
            const noLogin = () => Promise.reject(new Error("not logged in"));
            await assert.rejects(azureToken({}, { fetch: ask, cli: noLogin }), /or run az login/);
            const env = { ...identity, ARM_CLIENT_SECRET: "wrong" };
            await assert.rejects(azureToken(env, { fetch: ask, cli: noCli }), /Entra gave no token/);
        });
    });
});
