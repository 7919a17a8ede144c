import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const ENTRA = "https://login.microsoftonline.com";
const MANAGEMENT = "https://management.azure.com";
const AUDIENCE = "api://AzureADTokenExchange";

export interface TokenPorts {
    fetch: typeof fetch;
    /** Asks the Azure CLI, which a person has logged in. */
    cli: (args: readonly string[]) => Promise<string>;
}

const ports: TokenPorts = {
    fetch: (...request) => fetch(...request),
    cli: async (args) => (await promisify(execFile)("az", [...args])).stdout,
};

/** A token for Azure's management API, by the variables that Pulumi's provider reads too, else by the Azure CLI. */
export async function azureToken(env: NodeJS.ProcessEnv, by: TokenPorts = ports): Promise<string> {
    const { ARM_CLIENT_ID: clientId, ARM_TENANT_ID: tenantId, ARM_CLIENT_SECRET: secret } = env;
    if (clientId === undefined || tenantId === undefined) return fromCli(by);
    const assertion = await signedToken(env, by);
    if (assertion === undefined && !secret) return fromCli(by);
    const proof: Record<string, string> =
        assertion === undefined
            ? { client_secret: secret ?? "" }
            : {
                  client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                  client_assertion: assertion,
              };
    const answer = await by.fetch(`${ENTRA}/${tenantId}/oauth2/v2.0/token`, {
        method: "POST",
        body: new URLSearchParams({
            grant_type: "client_credentials",
            client_id: clientId,
            scope: `${MANAGEMENT}/.default`,
            ...proof,
        }),
    });
    return tokenIn(await answer.json().catch(() => undefined), "access_token", "Entra");
}

/** What the pipeline signs about itself, from wherever the pipeline has it. */
async function signedToken(env: NodeJS.ProcessEnv, { fetch }: TokenPorts): Promise<string | undefined> {
    if (env.ARM_OIDC_TOKEN) return env.ARM_OIDC_TOKEN;
    if (env.ARM_OIDC_TOKEN_FILE_PATH) return (await readFile(env.ARM_OIDC_TOKEN_FILE_PATH, "utf8")).trim();
    const url = env.ARM_OIDC_REQUEST_URL ?? env.ACTIONS_ID_TOKEN_REQUEST_URL;
    const bearer = env.ARM_OIDC_REQUEST_TOKEN ?? env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (!url || !bearer) return undefined;
    const asked = new URL(url);
    asked.searchParams.set("audience", AUDIENCE);
    const answer = await fetch(asked, { headers: { authorization: `Bearer ${bearer}` } });
    return tokenIn(await answer.json().catch(() => undefined), "value", "the pipeline");
}

async function fromCli({ cli }: TokenPorts): Promise<string> {
    try {
        const args = ["account", "get-access-token", "--resource", MANAGEMENT, "--output", "json"];
        return tokenIn(JSON.parse(await cli(args)), "accessToken", "the Azure CLI");
    } catch {
        throw new Error(
            "no credentials for Azure: set ARM_CLIENT_ID, ARM_TENANT_ID and ARM_OIDC_TOKEN, or run az login",
        );
    }
}

function tokenIn(answer: unknown, property: string, from: string): string {
    const token = answer instanceof Object ? (answer as Record<string, unknown>)[property] : undefined;
    if (typeof token === "string" && token !== "") return token;
    throw new Error(`${from} gave no token`);
}
