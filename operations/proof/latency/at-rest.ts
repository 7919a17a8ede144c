import { setTimeout as delay } from "node:timers/promises";
import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Clients } from "../../../local/services/clients.ts";

const EVERY_MS = 500;
/** Looks in a row that must find nothing: a notification may be between two queues. */
const LOOKS = 2;
const DEPTHS = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] as const;

/** Resolves once no queue of work holds or delivers anything, with the time at which that was first so. */
export async function atRest(clients: Clients): Promise<number> {
    const sqs = clients.of(SQSClient);
    const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
    const work = QueueUrls.filter((url) => !/-dead|operator-inbox|floor/.test(url));
    let since = 0;
    for (let looks = 0; looks < LOOKS; ) {
        const depths = await Promise.all(work.map((url) => depthOf(sqs, url)));
        const waiting = depths.reduce((sum, depth) => sum + depth, 0);
        if (waiting > 0) looks = 0;
        else if (++looks === 1) since = performance.now();
        if (looks < LOOKS) await delay(EVERY_MS);
    }
    return since;
}

async function depthOf(sqs: SQSClient, QueueUrl: string): Promise<number> {
    const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...DEPTHS] }),
    );
    return DEPTHS.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}
