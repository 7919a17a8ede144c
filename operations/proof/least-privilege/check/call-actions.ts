import type { Call } from "./sdk-calls.ts";

/** What a permission calls the service of a client, where that is not the client's own name. */
const PREFIX: Readonly<Record<string, string>> = {
    "client-data-pipeline": "datapipeline",
    "client-sagemaker-runtime": "sagemaker",
    "client-secrets-manager": "secretsmanager",
};

/** Where a permission is called otherwise than the operation, or is several. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
    "client-lambda Invoke": ["lambda:InvokeFunction"],
    "client-s3 ListObjectsV2": ["s3:ListBucket"],
    "client-sqs SendMessageBatch": ["sqs:SendMessage"],
    // A transaction is asked about by what it does.
    "client-dynamodb TransactWriteItems": ["dynamodb:PutItem", "dynamodb:UpdateItem"],
};

/** The permissions that an operation of the SDK asks for. */
export function actionsFor({ client, operation }: Call): readonly string[] {
    const prefix = PREFIX[client] ?? client.replace("client-", "");
    return ACTIONS[`${client} ${operation}`] ?? [`${prefix}:${operation}`];
}
