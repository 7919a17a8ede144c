import { GetWebIdentityTokenCommand, type STSClient } from "@aws-sdk/client-sts";
import * as z from "zod/mini";
import { ask, type Patience } from "./ask.ts";

export interface EntraPlace {
    /** Of Entra, without a slash at its end. */
    url: string;
    tenantId: string;
    /** Client id of the identity to become. */
    clientId: string;
}

/** Entra takes no other audience, and no other algorithm than RS256. */
const AUDIENCE = "api://AzureADTokenExchange";
/** It is used at once; the permission allows no longer. */
const SECONDS = 300;
const MANAGEMENT = "https://management.azure.com/.default";

const Answer = z.object({ access_token: z.string().check(z.minLength(1)) });
const Failure = z.object({ error_description: z.string() });

/** No federated credential matches: what Entra also says for minutes after the credential was made. */
const NO_MATCH = /^AADSTS7002(1|11|12|13|14|131)$/;

/** A token for Azure in return for one that AWS signs for the role of this function. */
export async function azureToken(sts: Pick<STSClient, "send">, place: EntraPlace, patience: Patience): Promise<string> {
    const { url, tenantId, clientId } = place;
    const command = new GetWebIdentityTokenCommand({
        Audience: [AUDIENCE],
        SigningAlgorithm: "RS256",
        DurationSeconds: SECONDS,
    });
    const { WebIdentityToken: assertion = "" } = await sts.send(command);
    const answer = await ask(
        {
            what: "the token of AWS",
            url: `${url}/${tenantId}/oauth2/v2.0/token`,
            init: {
                method: "POST",
                body: new URLSearchParams({
                    grant_type: "client_credentials",
                    client_id: clientId,
                    scope: MANAGEMENT,
                    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                    client_assertion: assertion,
                }),
            },
            mayPass: (_status, body) => NO_MATCH.test(codeOf(body)),
            refusal: (_status, body) =>
                `${codeOf(body)}; check issuer, subject and audience of the federated credential aws-request of the identity ${clientId}`,
        },
        patience,
    );
    const { success, data } = Answer.safeParse(answer);
    if (!success) throw new TypeError("Entra answered without an access token");
    return data.access_token;
}

/** Only the code: the sentence after it names identities, and is in the sign-in log of the tenant. */
function codeOf(body: unknown): string {
    const { success, data } = Failure.safeParse(body);
    return (success && /^AADSTS\d+/.exec(data.error_description)?.[0]) || "no code";
}
