import type { ClaimLedger } from "../adapters/claim-ledger.ts";
import type { ObjectWriter } from "../adapters/objects.ts";
import type { QueueSender } from "../adapters/queue.ts";
import type { TopicPublisher } from "../adapters/topic.ts";

export interface Ports {
    ledger: ClaimLedger;
    /** Live transactions. */
    screened: QueueSender;
    /** Transactions out of files. */
    screenedBulk: QueueSender;
    quarantine: ObjectWriter;
    discrepancies: TopicPublisher;
}
