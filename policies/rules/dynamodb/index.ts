import type { Rule } from "../../core/rule.ts";
import { dynamodbDeletionProtected } from "./dynamodb-deletion-protected.ts";
import { dynamodbEncrypted } from "./dynamodb-encrypted.ts";
import { dynamodbExpires } from "./dynamodb-expires.ts";
import { dynamodbRecoverable } from "./dynamodb-recoverable.ts";
import { dynamodbWatched } from "./dynamodb-watched.ts";

/** Tables. */
export const dynamodbRules: readonly Rule[] = [
    dynamodbDeletionProtected,
    dynamodbEncrypted,
    dynamodbExpires,
    dynamodbRecoverable,
    dynamodbWatched,
];
