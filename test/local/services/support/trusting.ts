import { CreateOpenIDConnectProviderCommand, IAMClient } from "@aws-sdk/client-iam";
import { AssumeRoleWithWebIdentityCommand, type Credentials, STSClient } from "@aws-sdk/client-sts";
import { type Entra, startEntra } from "../../../../local/azure/entra/entra.ts";
import { atEnd } from "../../../support/at-end.ts";
import { create, resource, roleArn } from "./resources.ts";
import { accountId, type Running, startServices } from "./running-services.ts";

/** Services that trust a tenant of an Entra of their own, for one audience. */
export interface Trusting extends Running {
    readonly entra: Entra;
}

const TENANT = "12345678-1234-4123-8123-123456789012";
export const ISSUER = `https://sts.windows.net/${TENANT}/`;
export const AUDIENCE = "api://it";
const HOST = `sts.windows.net/${TENANT}/`;

const somebody = { tenantId: TENANT, principalId: "somebody", clientId: "client", resourceId: "/it" };

export const goodToken = ({ entra }: Trusting) => entra.tokenFor(somebody, { resource: AUDIENCE });

let shared: Promise<Trusting> | undefined;

export function sharedTrusting(): Promise<Trusting> {
    if (shared === undefined) {
        shared = startTrusting([]);
        atEnd(async () => (await shared)?.stop());
    }
    return shared;
}

export async function startTrusting(without: readonly string[]): Promise<Trusting> {
    const entra = await startEntra();
    const running = await startServices(without, {}, false, entra.issuers);
    const provider = { Url: ISSUER, ClientIDList: [AUDIENCE] };
    await running.clients.of(IAMClient).send(new CreateOpenIDConnectProviderCommand(provider));
    return {
        ...running,
        entra,
        async stop() {
            await running.stop();
            await entra.close();
        },
    };
}

/** A role that trusts anybody of the tenant with a token for the audience, and may do what is said. */
export async function makeTrustingRole(
    { clients }: Running,
    name: string,
    { conditions = {}, statements = [] }: { conditions?: object; statements?: readonly object[] } = {},
): Promise<void> {
    const trust = {
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/${HOST}` },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: { StringEquals: { [`${HOST}:aud`]: AUDIENCE }, ...conditions },
    };
    const document = (Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
    await create(resource("aws:iam/role:Role", name, { name, assumeRolePolicy: document([trust]) }), clients);
    if (statements.length === 0) return;
    const policy = { name, role: name, policy: document(statements) };
    await create(resource("aws:iam/rolePolicy:RolePolicy", name, policy), clients);
}

/** The credentials that STS gives for a token, or the name of its refusal. */
export async function assume(
    { clients }: Running,
    { role, token, session = "it", policy }: { role: string; token: string; session?: string; policy?: object },
): Promise<Credentials | string> {
    const asked = new AssumeRoleWithWebIdentityCommand({
        RoleArn: roleArn(role),
        RoleSessionName: session,
        WebIdentityToken: token,
        ...(policy && { Policy: JSON.stringify(policy) }),
    });
    return clients
        .of(STSClient)
        .send(asked)
        .then(
            ({ Credentials = {} }) => Credentials as Credentials,
            (error: Error) => error.name,
        );
}

/** Of a client that works with these credentials. */
export function clientsSettings({ clients }: Running, given: Credentials) {
    const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = given;
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    return { endpoint: clients.endpoint, region: clients.region, credentials };
}
