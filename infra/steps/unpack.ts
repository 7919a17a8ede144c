import { conventions } from "../sources.ts";
import type { Parts, Step } from "./parts.ts";

/** Part of each card token; raise it together with a new key. */
const TOKEN_KEY_VERSION = "v1";

/** S3 landing ► bulk; the only step that sees card numbers. */
export function unpack({ settings, keys, topics, storage, queues, sources }: Parts): Step {
    return {
        description: "Reads a received file and sends its transactions on, with tokens in place of card numbers",
        sources: [{ from: queues.landing, batchSize: 1, windowSeconds: 0, ...settings.unpack }],
        // A large file is unpacked in many runs of a quarter of an hour, each of which hands over to the next.
        loopHours: 24,
        environment: {
            BULK_QUEUE_URL: queues.bulk.queue.url,
            LANDING_QUEUE_URL: queues.landing.queue.url,
            QUARANTINE_BUCKET: storage.quarantine.bucket.bucket,
            MANIFESTS_BUCKET: storage.manifests.bucket.bucket,
            DISCREPANCY_TOPIC_ARN: topics.discrepancies.arn,
            TOKEN_KEY_ID: keys.cardTokens.keyId,
            TOKEN_KEY_VERSION,
            CONVENTIONS: JSON.stringify(conventions(sources)),
        },
        grants: [
            ...storage.landing.grantReadVersions(),
            ...storage.manifests.grantRead(),
            ...storage.manifests.grantWrite(),
            ...storage.quarantine.grantWrite(),
            ...queues.bulk.grantSend(),
            // What is left of a file when its time is nearly over comes back as a message.
            ...queues.landing.grantSend(),
            ...topics.discrepancies.grantPublish(),
            ...keys.cardTokens.grantGenerateMac(),
        ],
    };
}
