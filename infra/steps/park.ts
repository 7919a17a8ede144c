import type { Parts, Step } from "./parts.ts";

/** Every dead letter ► S3 parked, since queues forget after 14 days. */
export function park({ settings, topics, storage, queues }: Parts): Step {
    return {
        description: "Puts away what kept failing, for a replay after the fix",
        sources: queues.deadLetters.map((from) => ({ from, batchSize: 10, windowSeconds: 0, ...settings.park })),
        environment: {
            PARKED_BUCKET: storage.parked.bucket.bucket,
            DISCREPANCY_TOPIC_ARN: topics.discrepancies.arn,
        },
        grants: [...storage.parked.grantWrite(), ...topics.discrepancies.grantPublish()],
    };
}
