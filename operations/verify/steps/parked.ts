import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, GetQueueUrlCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Step } from "../step.ts";
import { failed, held } from "../verdict.ts";

export const parked: Step = {
    name: "parked",
    proves: "What comes to the dead letters of the live queue is put away in the parked bucket.",
    answers: "Nothing is lost only as long as the last net holds; in good times it is never used.",
    async run({ cloud, outputs, run, until, afterwards }) {
        const sqs = cloud.of(SQSClient);
        const { Attributes } = await sqs.send(
            new GetQueueAttributesCommand({ QueueUrl: outputs.incomingQueueUrl, AttributeNames: ["RedrivePolicy"] }),
        );
        const target = JSON.parse(Attributes?.RedrivePolicy ?? "{}").deadLetterTargetArn;
        if (typeof target !== "string") {
            return failed(
                "The live queue sends no message to dead letters.",
                "Somebody changed it behind the program: npm run pulumi -- refresh, then up.",
            );
        }
        const QueueName = target.slice(target.lastIndexOf(":") + 1);
        const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
        // Straight to the dead letters: failing its five deliveries would take half an hour.
        const MessageBody = JSON.stringify({ drill: "npm run verify", run });
        const today = () => new Date().toISOString().slice(0, 10);
        const before = today();
        const { MessageId = "" } = await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));

        const s3 = cloud.of(S3Client);
        const Bucket = outputs.parkedBucket;
        const days = new Set([before, today()]);
        const Key = await until(async () => {
            for (const day of days) {
                const Prefix = `${QueueName}/${day}/${MessageId}`;
                const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
                if (Contents[0]?.Key !== undefined) return Contents[0].Key;
            }
            return undefined;
        });
        if (Key === undefined) {
            const fix = "See the log of park; the message itself is kept for 14 days.";
            return failed(`The message ${MessageId} in ${QueueName} was not parked in time.`, fix, {
                queue: QueueName,
            });
        }
        const { Body, VersionId } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        afterwards(`s3://${Bucket}/${Key}`, () => s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId })));
        const { body } = JSON.parse((await Body?.transformToString()) ?? "{}");
        if (body === MessageBody) return held({ queue: QueueName, parkedKey: Key });
        return failed(`${Key} does not hold the message as it was sent.`, "Look at it before the next replay.");
    },
};
