import {
    DeleteObjectCommand,
    GetObjectCommand,
    ListObjectsV2Command,
    PutObjectCommand,
    S3Client,
} from "@aws-sdk/client-s3";
import type { Manifest } from "../../../contract/files/manifest.ts";
import type { Context, Step } from "../step.ts";
import { failed, held } from "../verdict.ts";

export const files: Step = {
    name: "files",
    proves: "A file that lands is announced to its queue, unpacked, accounted for in a manifest, and its row scored.",
    answers: "S3 may announce to an encrypted queue only if the policies of queue and key both let it.",
    async run(context) {
        const { cloud, outputs, run, synthetic, until, afterwards } = context;
        const s3 = cloud.of(S3Client);
        const reference = `VERIFY-${run}`;
        const Bucket = outputs.landingBucket;
        const Key = `core-banking/platform-verify-${run}.ndjson`;
        const row = { ...rowOf(synthetic.day, run), reference };
        const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key, Body: `${JSON.stringify(row)}\n` }));
        afterwards(`s3://${Bucket}/${Key}`, () => s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId })));

        const manifest = await until(() => manifestOf(context, Key));
        if (manifest === undefined) {
            const fix = "See docs/runbooks/queue-oldest.md and the policies of the landing queue and of its key.";
            return failed("No manifest of the file came in time.", fix, { file: Key });
        }
        const { rows, sent, quarantined } = manifest;
        if (rows !== 1 || sent !== 1) {
            const fix = "Its refusal is in the quarantine bucket.";
            return failed(`Of its one row ${sent} were sent, ${quarantined} refused.`, fix, { file: Key });
        }
        const id = `core-banking:${reference}`;
        const found = await until(() => synthetic.scored(id));
        if (found === undefined) return failed(`${id} was not scored in time.`, "See docs/runbooks/queue-oldest.md.");
        return held({ file: Key, sha256: manifest.sha256, id, verdict: found.verdict });
    },
};

function rowOf(day: string, run: string): object {
    return {
        accountId: `VERIFY-${run}-file`,
        counterpartyAccount: `VERIFY-${run}-receiver`,
        amount: "12.34",
        currency: "EUR",
        bookedAt: `${day}T12:30:00Z`,
        channel: "ach",
        country: "IE",
    };
}

async function manifestOf({ cloud, outputs }: Context, file: string): Promise<Manifest | undefined> {
    const s3 = cloud.of(S3Client);
    const Bucket = outputs.manifestsBucket;
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: `${file}/` }));
    const Key = Contents[0]?.Key;
    if (Key === undefined) return undefined;
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return JSON.parse((await Body?.transformToString()) ?? "{}");
}
