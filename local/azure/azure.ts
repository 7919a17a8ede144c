import { CreateOpenIDConnectProviderCommand, IAMClient } from "@aws-sdk/client-iam";
import type { Clients } from "../services/clients.ts";
import { accountOf } from "./blobs/account-of.ts";
import { BlobAccount } from "./blobs/blob-account.ts";
import { definitionsIn } from "./data-factory/definitions.ts";
import { DataFactory } from "./data-factory/factory.ts";
import { type Managed, startResourceManager } from "./data-factory/resource-manager.ts";
import { Door } from "./door.ts";
import { startEntra } from "./entra/entra.ts";
import { SIGN_IN } from "./entra/issuers.ts";
import { SigningKeys } from "./entra/signing-keys.ts";
import { assignedIn, credentialIn, factoryIdentity, type Provisioned, theOne } from "./provisioned.ts";

/** Who and where, as the configuration of the stack has it. */
export interface AzurePlace {
    readonly tenantId: string;
    /** For whom the tokens of Azure are made out. */
    readonly appUri: string;
    /** Who signs the tokens of the AWS account. */
    readonly awsIssuer: string;
}

/** What runs of the program's Azure side once it was made. */
export interface RunningExchange {
    readonly factory: DataFactory;
    /** What the bank puts there; a writer's name of a file begins with its container. */
    readonly blobs: BlobAccount;
}

/** Azure beside the local services: identities that sign, and what they may reach. */
export type Azure = Awaited<ReturnType<typeof startAzure>>;

const MANAGEMENT = "https://management.azure.com/";

/** Starts what has an address before the program runs; the rest follows from what the program made. */
export async function startAzure({ tenantId, appUri, awsIssuer }: AzurePlace) {
    const [entra, aws] = await Promise.all([startEntra(), SigningKeys.generate()]);
    let managed: Managed | undefined;
    const manager = await startResourceManager(entra.keys, () => managed);
    return {
        /** What `startLocalServices` must know of it. */
        forServices: {
            issuers: entra.issuers,
            signer: { issuer: awsIssuer, kid: aws.current.kid, privateKey: await aws.pem() },
            elsewhere: { [SIGN_IN]: `${entra.issuers[SIGN_IN]}`, [MANAGEMENT]: `${manager.url}/` },
        },
        /** What the stack that owns the account's trust in the tenant has made long before. */
        async trustTenant(clients: Clients): Promise<void> {
            const provider = { Url: `https://sts.windows.net/${tenantId}/`, ClientIDList: [appUri] };
            await clients.of(IAMClient).send(new CreateOpenIDConnectProviderCommand(provider));
        },
        /** Runs what the program made: its factory over its storage, for whom its role and its credential let. */
        run(resources: readonly Provisioned[], services: string): RunningExchange {
            const own = factoryIdentity(resources, tenantId);
            const api = theOne(resources, "aws:apigatewayv2/api:Api");
            const door = new Door({ id: api.id, address: String(api.outputs.apiEndpoint) }, services);
            const blobs = new BlobAccount(accountOf(resources, tenantId), entra.keys);
            const factory = new DataFactory(definitionsIn(resources), {
                tokenFor: (identity, resource) => {
                    if (identity !== undefined) throw new Error(`the factory has no identity but its own: ${identity}`);
                    return entra.tokenFor(own, { resource });
                },
                async send({ url, headers, body = "" }) {
                    if (blobs.has(url)) return blobs.read(url, headers);
                    if (door.has(url)) return door.send(url, body, headers);
                    throw new Error(`nothing answers here at ${url}`);
                },
                pause: (ms, signal) =>
                    new Promise((over) => {
                        const timer = setTimeout(over, ms);
                        signal.addEventListener("abort", () => over(clearTimeout(timer)), { once: true });
                    }),
            });
            entra.trust([credentialIn(resources, tenantId)], new Map([[awsIssuer, aws]]));
            managed = { tenantId, factoryId: own.resourceId, assigned: assignedIn(resources), factory };
            return { factory, blobs };
        },
        async close(): Promise<void> {
            managed?.factory.close();
            await Promise.all([entra.close(), manager.close()]);
        },
    };
}
