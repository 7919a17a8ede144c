import type { Rule } from "../../core/rule.ts";
import { sqsBacklogWatched } from "./sqs-backlog-watched.ts";
import { sqsConsumed } from "./sqs-consumed.ts";
import { sqsDeadLetterRetention } from "./sqs-dead-letter-retention.ts";
import { sqsDeadLetters } from "./sqs-dead-letters.ts";
import { sqsDeadLettersAlarmed } from "./sqs-dead-letters-alarmed.ts";
import { sqsDeadLettersParked } from "./sqs-dead-letters-parked.ts";
import { sqsEncrypted } from "./sqs-encrypted.ts";
import { sqsKeepsMessages } from "./sqs-keeps-messages.ts";
import { sqsTimeToPark } from "./sqs-time-to-park.ts";
import { sqsTlsOnly } from "./sqs-tls-only.ts";
import { sqsVisibility } from "./sqs-visibility.ts";

/** Queues and dead letters. */
export const sqsRules: readonly Rule[] = [
    sqsBacklogWatched,
    sqsConsumed,
    sqsDeadLetterRetention,
    sqsDeadLetters,
    sqsDeadLettersAlarmed,
    sqsDeadLettersParked,
    sqsEncrypted,
    sqsKeepsMessages,
    sqsTimeToPark,
    sqsTlsOnly,
    sqsVisibility,
];
