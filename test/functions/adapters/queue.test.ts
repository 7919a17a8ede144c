import assert from "node:assert/strict";
import type { SendMessageBatchCommand, SendMessageBatchCommandOutput, SQSClient } from "@aws-sdk/client-sqs";
import { type OutgoingMessage, SqsSender } from "../../../functions/adapters/queue.ts";

type Failed = NonNullable<SendMessageBatchCommandOutput["Failed"]>;

/** A queue that refuses what `refuse` says, and remembers the batches it was sent. */
function queue(refuse: (body: string, attempt: number) => Omit<Failed[number], "Id"> | undefined = () => undefined) {
    const batches: string[][] = [];
    const attempts = new Map<string, number>();
    const pauses: number[] = [];
    const send = async ({ input }: SendMessageBatchCommand): Promise<unknown> => {
        const entries = input.Entries ?? [];
        batches.push(entries.map(({ MessageBody = "" }) => MessageBody));
        const Failed = entries.flatMap(({ Id, MessageBody = "" }) => {
            const attempt = (attempts.get(MessageBody) ?? 0) + 1;
            attempts.set(MessageBody, attempt);
            const refusal = refuse(MessageBody, attempt);
            return refusal === undefined ? [] : [{ Id, ...refusal }];
        });
        return { Failed };
    };
    const pause = async (ms: number): Promise<void> => void pauses.push(ms);
    const sender = new SqsSender({ send } as unknown as SQSClient, "https://queue", pause);
    return { sender, batches, pauses };
}

const messages = (count: number, length = 1): OutgoingMessage[] =>
    Array.from({ length: count }, (_, index) => ({ body: String(index).padEnd(length, "-"), attributes: {} }));
const throttled = { Code: "ThrottlingException", SenderFault: false };

describe("SqsSender", () => {
    it("sends ten messages at a time", async () => {
        const { sender, batches } = queue();
        const outcomes = await sender.send(messages(23));
        assert.deepEqual(
            batches.map(({ length }) => length),
            [10, 10, 3],
        );
        assert.ok(outcomes.every(({ status }) => status === "fulfilled"));
    });

    it("sends fewer when they are large, and a huge one alone", async () => {
        const { sender, batches } = queue();
        await sender.send([...messages(3, 50_000), ...messages(1, 200_000)]);
        assert.deepEqual(
            batches.map(({ length }) => length),
            [2, 1, 1],
        );
    });

    it("sends again only what the queue refused of a batch, pausing longer each time", async () => {
        const { sender, batches, pauses } = queue((body, attempt) =>
            body === "1" && attempt < 4 ? throttled : undefined,
        );
        const outcomes = await sender.send(messages(3));
        assert.deepEqual(batches, [["0", "1", "2"], ["1"], ["1"], ["1"]]);
        assert.deepEqual(pauses, [50, 200, 800]);
        assert.ok(outcomes.every(({ status }) => status === "fulfilled"));
    });

    it("gives up on a message after four attempts, and names it", async () => {
        const { sender, batches } = queue((body) => (body === "1" ? throttled : undefined));
        const outcomes = await sender.send(messages(3));
        assert.equal(batches.length, 4);
        assert.deepEqual(
            outcomes.map(({ status }) => status),
            ["fulfilled", "rejected", "fulfilled"],
        );
    });

    it("does not try again what is the sender's fault", async () => {
        const { sender, batches } = queue((body) =>
            body === "1" ? { Code: "InvalidMessage", SenderFault: true } : undefined,
        );
        const [, outcome] = await sender.send(messages(2));
        assert.equal(batches.length, 1);
        assert.equal(
            outcome?.status === "rejected" && outcome.reason.message,
            "the queue refused the message: InvalidMessage",
        );
    });

    it("fails only the messages of a request that failed", async () => {
        const { sender } = queue((body) => {
            if (body === "12") throw new Error("no route");
            return undefined;
        });
        const outcomes = await sender.send(messages(21));
        const failed = outcomes.flatMap(({ status }, index) => (status === "rejected" ? [index] : []));
        assert.deepEqual(failed, [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    });

    it("sends nothing when there is nothing to send", async () => {
        const { sender, batches } = queue();
        assert.deepEqual(await sender.send([]), []);
        assert.deepEqual(batches, []);
    });
});
