import { gunzipSync } from "node:zlib";
import { DeleteObjectCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { Step } from "../step.ts";
import { SOURCE } from "../synthetic.ts";
import { failed, held, unknown } from "../verdict.ts";

/** What S3 answers to somebody who may delete, of an object that is locked. */
const BY_LOCK = /object lock/i;

export const locked: Step = {
    name: "locked",
    proves: "A record cannot be deleted: one of our own is tried.",
    answers: "What regulators ask for rests on the lock holding, not on it being configured.",
    async run({ cloud, outputs, synthetic, until }) {
        const { harmless } = synthetic;
        await synthetic.sendOnce(harmless);
        const row = await until(() => synthetic.scored(harmless.id));
        if (row === undefined) return unknown("There is no synthetic record to try: look at the step scored first.");
        const object = { Bucket: outputs.recordsBucket, Key: row.recordKey };
        const s3 = cloud.of(S3Client);
        const { Body, VersionId, ObjectLockRetainUntilDate: lockedUntil } = await s3.send(new GetObjectCommand(object));
        const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
        const unlocked = lockedUntil === undefined || lockedUntil.getTime() <= Date.now();
        const fix =
            "Records written now are not protected: npm run pulumi -- refresh shows what was changed, up mends it.";
        // Without a lock the attempt would succeed.
        if (unlocked) return failed(`The record ${row.recordKey} has no lock in force.`, fix);
        const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
        const lines = text.split("\n").filter((line) => line !== "");
        if (!lines.every((line) => JSON.parse(line).source === SOURCE)) {
            return unknown("The record also holds transactions of others, so it is not tried. Run this step again.");
        }
        const evidence = { recordKey: row.recordKey, lockedUntil: lockedUntil.toISOString() };
        try {
            await s3.send(new DeleteObjectCommand({ ...object, VersionId }));
        } catch (cause) {
            const { name, message } = cause as Error;
            if (BY_LOCK.test(message)) return held({ ...evidence, refusal: message });
            return unknown(`Another reason than the lock refused it (${name}): use a role that may delete versions.`);
        }
        return failed(`The locked record ${row.recordKey} could be deleted.`, fix, evidence);
    },
};
