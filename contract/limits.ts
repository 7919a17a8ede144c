/** The longest that each value is, in bytes of UTF-8. The warehouse has a column of as many bytes, or of more. */
export const BYTES = {
    /** Id of a transaction, an account, a counterparty or a device. */
    identifier: 128,
    source: 32,
    /** The version of the key, then an HMAC. */
    cardToken: 74,
    /** The name of a landed file behind `unpack`, which becomes part of origins and of keys of objects. */
    fileName: 800,
    /** Its version, as S3 or the entity tag says it. */
    fileVersion: 128,
    /** Name, version and row of a file, or the name of a message; other producers' are as long at most. */
    origin: 1400,
    channel: 16,
    /** Code of a reason, of a refusal as of a score. */
    reason: 64,
    /** What is said of it. */
    reasonText: 1024,
    verdict: 8,
    scoredBy: 64,
} as const;

/** What is kept of what was refused, in characters: enough to see what it was. */
export const CHARACTERS = { rowContent: 4096, messageContent: 16_384 } as const;

/** Of one transaction at most so many further deliveries are noted by their origin: its row in the ledger has an end. */
export const NOTED_ORIGINS = 100;

const KIB = 1024;

/** What the clouds take, in bytes. */
export const CLOUD_BYTES = {
    /** A message of SQS with its attributes, or a batch of them: the smallest limit it ever had. */
    queueMessage: 256 * KIB,
    /** A message of SNS. */
    topicMessage: 256 * KIB,
    topicSubject: 100,
    /** An item of DynamoDB, its partition key and its sort key. */
    tableItem: 400 * KIB,
    partitionKey: 2048,
    sortKey: 1024,
    /** The key of an object of S3. */
    objectKey: 1024,
} as const;
