import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { AssumeRoleWithWebIdentityCommand, type STSClient } from "@aws-sdk/client-sts";
import { runPrefix, type SupplementaryRun, sessionName } from "../../contract/files/supplementary.ts";
import { clientOptions } from "../adapters/client-options.ts";
import type { Landing } from "./ports.ts";
import { Refusal } from "./refusal.ts";

export interface LandingPlace {
    roleArn: string;
    bucket: string;
    keyArn: string;
}

type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string };
type Objects = (credentials: Credentials) => Pick<S3Client, "send">;

/** The shortest that AWS gives; a batch takes a second. */
const SESSION_SECONDS = 900;

/** What AWS answers when it does not trust a token. Everything else is AWS's fault or ours, and no refusal. */
const UNTRUSTED = /^(AccessDenied|ExpiredToken|InvalidIdentityToken|IDPRejectedClaim)(Exception)?$/;

/** Longer than any id or address in a message of STS; and every token of JSON begins like this. */
const TOKEN_LIKE = /eyJ[\w.~+/=-]*|[\w.~+/=-]{100,}/g;
const MAX_REASON = 200;

/**
 * Becomes the landing role by the caller's own token: this function has no right of its own to the bucket, so a token that
 * AWS does not trust reaches nothing, whatever stands in front. The session is narrowed to the run's own prefix.
 */
export async function openLanding(
    sts: Pick<STSClient, "send">,
    { roleArn, bucket, keyArn }: LandingPlace,
    token: string,
    run: SupplementaryRun,
    objects: Objects = (credentials) => new S3Client({ ...clientOptions, credentials }),
): Promise<Landing> {
    const { Credentials: given } = await sts
        .send(
            new AssumeRoleWithWebIdentityCommand({
                RoleArn: roleArn,
                // CloudTrail shows the run beside the identity.
                RoleSessionName: sessionName(run),
                WebIdentityToken: token,
                DurationSeconds: SESSION_SECONDS,
                Policy: sessionPolicy(bucket, keyArn, run),
            }),
        )
        .catch((error: unknown) => {
            if (!(error instanceof Error && UNTRUSTED.test(error.name))) throw error;
            throw new Refusal("token-refused", "", reasonOf(error));
        });
    const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = given ?? {};
    const s3 = objects({ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken });
    return {
        async writeOnce(Key, Body, ContentType) {
            const put = new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType, IfNoneMatch: "*" });
            await s3.send(put).catch((error: unknown) => {
                // It is there already: names of batches say what they hold, and a manifest is made once.
                if (!(error instanceof Error && error.name === "PreconditionFailed")) throw error;
            });
        },
    };
}

/** What STS said, without anything that could be a token, or part of one. */
function reasonOf({ name, message }: Error): string {
    return `${name}: ${message.replaceAll(TOKEN_LIKE, "…").slice(0, MAX_REASON)}`;
}

function sessionPolicy(bucket: string, keyArn: string, run: SupplementaryRun): string {
    const allow = (Action: string, Resource: string) => ({ Effect: "Allow", Action, Resource });
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            // The star means the objects of this one run.
            allow("s3:PutObject", `arn:aws:s3:::${bucket}/${runPrefix(run)}*`),
            allow("kms:GenerateDataKey", keyArn),
        ],
    });
}
