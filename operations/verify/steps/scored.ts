import { HeadObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { Step } from "../step.ts";
import { failed, held } from "../verdict.ts";

export const scored: Step = {
    name: "scored",
    proves: "A harmless transaction goes from the live queue to a locked record, and alerts nobody.",
    answers: "Functions, permissions, keys and network only meet in an account.",
    async run({ cloud, outputs, synthetic, until }) {
        const { id } = synthetic.harmless;
        const started = performance.now();
        await synthetic.sendOnce(synthetic.harmless);
        const row = await until(() => synthetic.scored(id));
        if (row === undefined) {
            const state = (await synthetic.inLedger(id))?.state;
            const where = state === undefined ? "The ledger does not know it" : `The ledger says ${state}`;
            const fix = "See docs/runbooks/queue-oldest.md, then the logs of screen and score.";
            return failed(`${id} was not scored in time. ${where}.`, fix);
        }
        const { verdict, recordKey } = row;
        if (verdict !== "pass")
            return failed(`${id} got the verdict ${verdict}.`, "Look at its reasons in the ledger.");
        const head = await cloud
            .of(S3Client)
            .send(new HeadObjectCommand({ Bucket: outputs.recordsBucket, Key: recordKey }));
        const lockedUntil = head.ObjectLockRetainUntilDate?.toISOString();
        if (lockedUntil === undefined) {
            return failed(
                `The record ${recordKey} is not locked.`,
                "The bucket's default retention is gone: npm run pulumi -- refresh, then up.",
            );
        }
        const seconds = Math.round(performance.now() - started) / 1000;
        return held({ id, recordKey, lockMode: head.ObjectLockMode ?? "", lockedUntil, seconds });
    },
};
