import assert from "node:assert/strict";
import { CardNumberError } from "../../../functions/adapters/card-guard.ts";
import type { OutgoingMessage, QueueSender } from "../../../functions/adapters/queue.ts";
import { BulkSendError, BulkSender } from "../../../functions/unpack/bulk-sender.ts";

const message = (body: string): OutgoingMessage => ({ body, attributes: {} });
const refusing = (reasonOf: (body: string) => unknown): QueueSender => ({
    send: async (messages) =>
        messages.map(({ body }) => {
            const reason = reasonOf(body);
            return reason === undefined ? { status: "fulfilled", value: undefined } : { status: "rejected", reason };
        }),
});
async function sent(queue: QueueSender, bodies: readonly string[]): Promise<string[]> {
    const stopped: string[] = [];
    const sender = new BulkSender(queue, ({ body }) => stopped.push(body));
    for (const body of bodies) sender.add(message(body), body);
    await sender.drain();
    return stopped;
}

describe("the bulk sender, where the queue refuses", () => {
    it("fails with how many were not taken, and why", async () => {
        const full = new Error("full");
        await assert.rejects(
            sent(
                refusing((body) => (body > "1" ? full : undefined)),
                ["1", "2", "3"],
            ),
            (error) => {
                assert.ok(error instanceof BulkSendError);
                assert.deepEqual(
                    [error.name, error.message, error.cause],
                    ["BulkSendError", "2 of 3 messages were not taken by the bulk queue", full],
                );
                return true;
            },
        );
    });

    it("fails where the queue cannot be reached, and says why", async () => {
        const down = new Error("down");
        await assert.rejects(sent({ send: () => Promise.reject(down) }, ["1"]), (error) => {
            assert.ok(error instanceof BulkSendError);
            assert.deepEqual([error.message, error.cause], ["the bulk queue cannot be reached", down]);
            return true;
        });
    });

    it("tells of each message that the guard stopped, and does not fail for it", async () => {
        const stop = (body: string) => (body === "2" ? new CardNumberError("stopped") : undefined);
        assert.deepEqual(await sent(refusing(stop), ["1", "2", "3"]), ["2"]);
    });

    it("asks the queue nothing where there is nothing to send", async () => {
        assert.deepEqual(await sent({ send: () => assert.fail("asked") }, []), []);
    });

    it("sends a full group at once and waits with what does not fill one", async () => {
        const groups: number[] = [];
        const queue: QueueSender = {
            send: async (messages) => {
                groups.push(messages.length);
                return messages.map(() => ({ status: "fulfilled", value: undefined }));
            },
        };
        const sender = new BulkSender(queue, () => assert.fail());
        for (let index = 0; index < 1999; index++) sender.add(message(`${index}`), "a");
        await sender.flow();
        assert.deepEqual(groups, []);
        sender.add(message("1999"), "a");
        await sender.flow();
        assert.deepEqual(groups, [2000]);
        sender.add(message("2000"), "a");
        await sender.flow();
        assert.deepEqual(groups, [2000]);
        await sender.drain();
        assert.deepEqual(groups, [2000, 1]);
    });
});

describe("the bulk sender", () => {
    it("keeps a bounded number of groups in flight, and all are sent after a drain", async () => {
        let flying = 0;
        let most = 0;
        let sent = 0;
        let draining = false;
        const sender = new BulkSender(
            {
                send: async (messages) => {
                    flying++;
                    most = Math.max(most, flying);
                    // The first group is the slowest, and each waits for others to fly beside it.
                    const others = most;
                    do await new Promise((resolve) => setImmediate(resolve));
                    while (most < 3 || (others === 1 && !draining));
                    flying--;
                    sent += messages.length;
                    return messages.map(() => ({ status: "fulfilled", value: undefined }));
                },
            },
            () => assert.fail(),
        );
        for (let index = 0; index < 20_001; index++) {
            sender.add({ body: String(index), attributes: {} }, "account");
            await sender.flow();
        }
        assert.ok(sent < 20_001);
        draining = true;
        await sender.drain();
        assert.deepEqual([sent, most], [20_001, 3]);
    });
});

describe("the bulk sender, of one group", () => {
    it("sends what belongs to one account together, each account's in the order of the file", async () => {
        const sent: string[] = [];
        const sender = new BulkSender(
            {
                send: async (messages) => {
                    sent.push(...messages.map(({ body }) => body));
                    return messages.map(() => ({ status: "fulfilled", value: undefined }));
                },
            },
            () => assert.fail(),
        );
        for (const body of ["b1", "a1", "c1", "a2", "b2", "a3"]) sender.add({ body, attributes: {} }, body.charAt(0));
        await sender.drain();
        assert.deepEqual(sent, ["b1", "b2", "a1", "a2", "a3", "c1"]);
    });
});
