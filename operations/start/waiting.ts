import { GetQueueAttributesCommand, paginateListQueues, type SQSClient } from "@aws-sdk/client-sqs";

/** Messages that a queue still holds. */
export interface Waiting {
    /** The name of the queue in the program, such as `bulk`. */
    queue: string;
    /** Ready for whoever takes them, now or after a delay. */
    ready: number;
    /** Taken by a function that has not answered, or did not and was not heard of again. */
    taken: number;
    /** After that many seconds without an answer, what was taken is handed out again. */
    visibilitySeconds: number;
}

/** Every queue that still holds something, but the one named `except`. */
export async function waitingMessages(sqs: SQSClient, except: string): Promise<Waiting[]> {
    return (await queueDepths(sqs, except)).filter(({ ready, taken }) => ready + taken > 0);
}

/** What every queue holds, but the one named `except`. */
export async function queueDepths(sqs: SQSClient, except: string): Promise<Waiting[]> {
    const found: Waiting[] = [];
    for await (const { QueueUrls = [] } of paginateListQueues({ client: sqs }, {})) {
        for (const QueueUrl of QueueUrls.filter((url) => !url.endsWith(`/${except}`))) {
            const { Attributes = {} } = await sqs.send(
                new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }),
            );
            found.push(waitingIn(QueueUrl, Attributes));
        }
    }
    return found;
}

function waitingIn(url: string, attributes: Record<string, string>): Waiting {
    const number = (name: string) => Number(attributes[name] ?? 0);
    return {
        // The engine adds seven hexadecimal digits to the name.
        queue: url.slice(url.lastIndexOf("/") + 1).replace(/-[0-9a-f]{7}$/, ""),
        ready: number("ApproximateNumberOfMessages") + number("ApproximateNumberOfMessagesDelayed"),
        taken: number("ApproximateNumberOfMessagesNotVisible"),
        visibilitySeconds: number("VisibilityTimeout"),
    };
}

/** The same with the time, ISO 8601, by which what was taken comes again at the latest. */
export type DueMessages = Pick<Waiting, "queue" | "ready" | "taken"> & { dueBy?: string };

/** `since`: when something last changed. */
export function dueMessages(waiting: readonly Waiting[], since: Date): DueMessages[] {
    return waiting.map(({ queue, ready, taken, visibilitySeconds }) => ({
        queue,
        ready,
        taken,
        ...(taken > 0 && { dueBy: new Date(since.getTime() + visibilitySeconds * 1000).toISOString() }),
    }));
}

/** The same for a person. */
export function waitingText(waiting: readonly Waiting[], since: Date): string {
    const parts = dueMessages(waiting, since).map(({ queue, ready, taken, dueBy }) => {
        const states = [
            ...(ready > 0 ? [`${ready} to be taken`] : []),
            ...(dueBy ? [`${taken} taken, due again by ${new Date(dueBy).toTimeString().slice(0, 8)}`] : []),
        ];
        return `${queue} ${states.join(", ")}`;
    });
    return parts.join("; ");
}
