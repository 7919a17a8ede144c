import { AssumeRoleWithWebIdentityCommand, type Credentials, STSClient } from "@aws-sdk/client-sts";
import type { Exchange } from "./exchange.ts";

export interface Assumed {
    /** What STS gave, or why it gave nothing. */
    credentials?: Credentials;
    refusal?: string;
}

/** Brings a token to STS itself, past the door: anybody on the internet may, and needs no account for it. */
export async function atSts(
    { clients, find }: Exchange,
    { token, session }: { token: string; session: string },
    role = "landing",
): Promise<Assumed> {
    const { endpoint, region } = clients;
    const nobody = { accessKeyId: "nobody", secretAccessKey: "nothing" };
    const sts = new STSClient({ endpoint, region, credentials: nobody, maxAttempts: 1 });
    try {
        const { Credentials } = await sts.send(
            new AssumeRoleWithWebIdentityCommand({
                RoleArn: String(find("aws:iam/role:Role", role).outputs.arn),
                RoleSessionName: session,
                WebIdentityToken: token,
            }),
        );
        return Credentials === undefined ? {} : { credentials: Credentials };
    } catch (error) {
        if (!(error instanceof Error)) throw error;
        return { refusal: `${error.name}: ${error.message}` };
    } finally {
        sts.destroy();
    }
}
