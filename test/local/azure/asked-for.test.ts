import assert from "node:assert/strict";
import { AssumeRoleCommand, type Credentials, STSClient } from "@aws-sdk/client-sts";
import { azureToken } from "../../../functions/request/azure-token.ts";
import { FactoryRuns } from "../../../functions/request/factory-runs.ts";
import { request } from "../../../functions/request/request.ts";
import { startResourceManager } from "../../../local/azure/data-factory/resource-manager.ts";
import type { FederatedCredential } from "../../../local/azure/entra/federation.ts";
import { SIGN_IN } from "../../../local/azure/entra/issuers.ts";
import { assignedIn, credentialIn } from "../../../local/azure/provisioned.ts";
import { bindings } from "../../../local/services/bindings/index.ts";
import { AWS_ISSUER, type Exchange, TENANT, theExchange } from "./support/exchange.ts";
import { theFactory } from "./support/factory.ts";

const SET = "sanctions-list";
/** Nothing waits here, and nothing passes that does not pass at once. */
const patience = { fetch, pause: async () => undefined };

describe("a run of Data Factory that AWS asks for, by a token that AWS signs", () => {
    let exchange: Exchange;
    let sts: STSClient;
    let arm: Awaited<ReturnType<typeof startResourceManager>>;
    let factoryId: string;
    let clientId: string;
    let credential: FederatedCredential;
    const outside = () => new Map([[AWS_ISSUER, exchange.aws]]);

    before(async () => {
        exchange = await theExchange();
        const { find, entra, resources } = exchange;
        sts = await asRequest(exchange);
        credential = credentialIn(resources, TENANT);
        ({ clientId } = credential.identity);
        entra.trust([credential], outside());
        const { factory, blobs } = theFactory(exchange);
        blobs.put(`supplementary/${SET}/latest.csv`, "counterpartyId,list,listedOn\nc-1,EU,2026-11-01\n");
        factoryId = find("azure-native:datafactory:Factory", "exchange").id;
        const managed = { tenantId: TENANT, factoryId, assigned: assignedIn(resources), factory };
        arm = await startResourceManager(entra.keys, () => managed);
    });
    after(async () => {
        sts.destroy();
        await arm.close();
    });
    beforeEach(() => exchange.entra.trust([credential], outside()));

    const place = () => ({ url: `${exchange.entra.issuers[SIGN_IN]}`.replace(/\/$/, ""), tenantId: TENANT, clientId });
    const tokenOf = (client = sts) => azureToken(client, place(), patience);

    it("is started by the role of `request` alone, and watched until the set is here", async () => {
        const runs = new FactoryRuns({ url: arm.url, factoryId }, await tokenOf(), patience);
        // A look follows the last one as soon as others have had their turn.
        const pause = () => new Promise<void>((next) => setImmediate(next));
        const brought = await request([SET], { runs, pause, remainingMs: () => 900_000 });
        assert.deepEqual(
            brought.map(({ pipeline }) => pipeline),
            [SET],
        );
    });

    it("is not to be had for another subject, issuer, audience or key", async () => {
        const refusals: [Partial<FederatedCredential>, RegExp][] = [
            [{ subject: `${credential.subject}-2` }, /AADSTS700213/],
            [{ subject: credential.subject.replace("role/", "role/x/") }, /AADSTS700213/],
            [{ issuer: `${credential.issuer}/` }, /AADSTS700211/],
            [{ audiences: ["api://another"] }, /AADSTS700212/],
            [{ identity: { ...credential.identity, clientId: "another" } }, /AADSTS700016/],
            [{ identity: { ...credential.identity, tenantId: "another" } }, /AADSTS90002/],
        ];
        for (const [change, code] of refusals) {
            exchange.entra.trust([{ ...credential, ...change }], outside());
            await assert.rejects(tokenOf(), code);
        }
        exchange.entra.trust([credential], new Map([[AWS_ISSUER, exchange.entra.keys]]));
        await assert.rejects(tokenOf(), /AADSTS700027/);
    });

    it("is not to be had by another role of the account", async () => {
        // The administrator's own key: whoever he is, he is not that role.
        await assert.rejects(tokenOf(exchange.clients.of(STSClient)), /AADSTS700213/);
    });

    it("can be started, watched and called off, and nothing else can be done", async () => {
        const token = await tokenOf();
        const ask = async (method: string, path: string, bearer = token) => {
            const headers = { authorization: `Bearer ${bearer}` };
            return (await fetch(`${arm.url}${factoryId}/${path}?api-version=2018-06-01`, { method, headers })).status;
        };
        assert.equal(await ask("DELETE", `pipelines/${SET}`), 403);
        assert.equal(await ask("PUT", `pipelines/${SET}`), 403);
        assert.equal(await ask("GET", "pipelines"), 403);
        assert.equal(await ask("POST", "pipelines/absent/createRun"), 404);
        const { entra, landing } = exchange;
        const resource = "https://management.azure.com/";
        assert.equal(await ask("POST", `pipelines/${SET}/createRun`, await entra.tokenFor(landing, { resource })), 403);
        const elsewhere = await entra.tokenFor(credential.identity, { resource: "https://storage.azure.com/" });
        assert.equal(await ask("POST", `pipelines/${SET}/createRun`, elsewhere), 401);
    });
});

/** STS as the role of `request` sees it: made with its policies, and a trust that lets a test become it. */
async function asRequest({ clients, resources }: Exchange): Promise<STSClient> {
    const own = resources.filter(({ type, name }) => type.startsWith("aws:iam/") && name === "request");
    const Statement = [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }];
    const assumeRolePolicy = JSON.stringify({ Version: "2012-10-17", Statement });
    for (const one of own) {
        const inputs = one.type === "aws:iam/role:Role" ? { ...one.inputs, assumeRolePolicy } : one.inputs;
        await bindings[one.type]?.create({ ...one, inputs }, clients);
    }
    const RoleArn = String(own.find(({ type }) => type === "aws:iam/role:Role")?.outputs.arn);
    const { Credentials = {} as Credentials } = await clients
        .of(STSClient)
        .send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "it" }));
    const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials;
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    return new STSClient({ endpoint: clients.endpoint, region: clients.region, credentials });
}
