import { GenerateMacCommand, KMSClient } from "@aws-sdk/client-kms";
import { clientOptions } from "../../adapters/client-options.ts";
import { derivationLabel } from "./card-tokens.ts";

/** KMS gave no key for card tokens; without it no card file can be unpacked. */
export class TokenKeyError extends Error {
    override readonly name = "TokenKeyError";
}

export function kmsClient(): KMSClient {
    return new KMSClient(clientOptions);
}

/**
 * The key of the card tokens, derived by KMS: the secret behind it never leaves KMS, nothing is stored, and one call a
 * cold start is enough. The same key and version always give the same tokens.
 */
export async function tokenKey(client: Pick<KMSClient, "send">, keyId: string, version: string): Promise<Uint8Array> {
    const { Mac } = await client.send(
        new GenerateMacCommand({
            KeyId: keyId,
            MacAlgorithm: "HMAC_SHA_256",
            Message: Buffer.from(derivationLabel(version)),
        }),
    );
    if (Mac === undefined) throw new TokenKeyError("KMS gave no code for the card token key");
    return Mac;
}
