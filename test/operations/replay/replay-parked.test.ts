import assert from "node:assert/strict";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { GetQueueUrlCommand, QueueDoesNotExist, SendMessageCommand } from "@aws-sdk/client-sqs";
import { replayOptions } from "../../../operations/replay/options.ts";
import { replayParked } from "../../../operations/replay/replay-parked.ts";
import type { Cloud } from "../../../operations/verify/cloud.ts";
import { helpFor } from "../../../tools/run/help.mjs";

const NOW = "2026-03-11T12:00:00.000Z";
const EVERYTHING = { under: [""], send: false, json: false };
const CAUSE = "delivered 5 times and never processed";

function parked(messageId: string, changes: object = {}): string {
    return JSON.stringify({
        queue: "incoming-dead",
        sourceQueueArn: "arn:aws:sqs:eu-west-1:111122223333:incoming",
        messageId,
        body: `{"id":"live:${messageId}"}`,
        attributes: { origin: { dataType: "String", stringValue: `sqs:${messageId}` } },
        receiveCount: 5,
        firstSentAt: "2026-03-02T12:00:00.000Z",
        cause: CAUSE,
        parkedAt: "2026-03-02T13:00:00.000Z",
        ...changes,
    });
}

/** S3 with pages of one object and SQS, as the SDK's clients call them. */
class Account implements Pick<Cloud, "of"> {
    readonly objects = new Map<string, string>([
        ["incoming-dead/2026-03-02/m-1.json", parked("m-1")],
        ["incoming-dead/2026-03-03/m-2.json", parked("m-2")],
        ["bulk-dead/2026-03-02/m-3.json", parked("m-3", { notReplayable: "It held a card number." })],
    ]);
    readonly sent: object[] = [];
    urlsAsked = 0;
    queueIsThere = true;

    of<C extends { destroy(): void }>(kind: new (settings: never) => C): C {
        const send = (command: object) => this.#answer(command);
        // As much of a client as is used.
        return Object.assign(Object.create(kind.prototype), { send, destroy() {} });
    }

    async #answer(command: object): Promise<object> {
        if (command instanceof ListObjectsV2Command) {
            const { Prefix = "", ContinuationToken } = command.input;
            const keys = [...this.objects.keys()].filter((key) => key.startsWith(Prefix));
            const at = Number(ContinuationToken ?? 0);
            const next = at + 1 < keys.length ? { NextContinuationToken: String(at + 1) } : {};
            return { ...(keys[at] && { Contents: [{ Key: keys[at] }] }), ...next };
        }
        if (command instanceof GetObjectCommand) {
            const text = this.objects.get(command.input.Key ?? "") ?? "";
            return { Body: { transformToString: async () => text } };
        }
        if (command instanceof PutObjectCommand) {
            this.objects.set(command.input.Key ?? "", String(command.input.Body));
            return {};
        }
        if (command instanceof GetQueueUrlCommand) {
            this.urlsAsked++;
            if (!this.queueIsThere) throw new QueueDoesNotExist({ message: "gone", $metadata: {} });
            return { QueueUrl: `https://sqs/${command.input.QueueOwnerAWSAccountId}/${command.input.QueueName}` };
        }
        assert.ok(command instanceof SendMessageCommand);
        this.sent.push(command.input);
        return {};
    }
}

describe("npm run replay", () => {
    let account: Account;
    beforeEach(() => {
        account = new Account();
    });
    const marks = () => [...account.objects.keys()].filter((key) => key.startsWith("replayed/"));

    it("shows what is parked, by queue and cause, and changes nothing unless told to", async () => {
        const { text, exitCode } = await replayParked(account, "parked", EVERYTHING, NOW);
        assert.equal(
            text,
            [
                "queue          state  messages  sent from   cause",
                "─────────────  ─────  ────────  ──────────  ─────────────────────────────────────",
                `incoming-dead  waits         2  2026-03-02  ${CAUSE}`,
                "bulk-dead      never         1  2026-03-02  It held a card number.",
                "",
                "2 would go back. Nothing was changed: --send puts them back.",
                "",
            ].join("\n"),
        );
        assert.deepEqual([exitCode, account.sent, marks()], [2, [], []]);
    });

    it("puts each chosen message back once, with its origin, and marks it", async () => {
        const options = { under: ["incoming-dead/"], send: true, json: false };
        const { text, exitCode } = await replayParked(account, "parked", options, NOW);
        assert.match(text, /incoming-dead {2}put back {9}2 .*\n\n2 put back\.\n$/);
        assert.equal(exitCode, 0);
        assert.deepEqual(account.sent[0], {
            QueueUrl: "https://sqs/111122223333/incoming",
            MessageBody: '{"id":"live:m-1"}',
            MessageAttributes: {
                origin: { DataType: "String", StringValue: "sqs:m-1" },
                receivedAt: { DataType: "String", StringValue: "2026-03-02T12:00:00.000Z" },
            },
        });
        assert.deepEqual(marks(), [
            "replayed/incoming-dead/2026-03-02/m-1.json",
            "replayed/incoming-dead/2026-03-03/m-2.json",
        ]);
        assert.equal(account.urlsAsked, 1, "a queue is looked up once");

        const again = await replayParked(account, "parked", options, NOW);
        assert.match(again.text, /back before.*\n\nNone waits\.\n$/);
        assert.equal(account.sent.length, 2);
    });

    it("takes one message, a day or several prefixes, and none twice", async () => {
        const under = ["incoming-dead/2026-03-03/", "incoming-dead/2026-03-03/m-2.json"];
        await replayParked(account, "parked", { under, send: true, json: false }, NOW);
        assert.deepEqual(marks(), ["replayed/incoming-dead/2026-03-03/m-2.json"]);
        assert.equal(account.sent.length, 1);
    });

    it("says what it found as JSON, without what the messages hold", async () => {
        const { text } = await replayParked(account, "parked", { ...EVERYTHING, json: true }, NOW);
        assert.deepEqual(
            JSON.parse(text).map(({ key, state }: { key: string; state: string }) => [key, state]),
            [
                ["incoming-dead/2026-03-02/m-1.json", "waiting"],
                ["incoming-dead/2026-03-03/m-2.json", "waiting"],
                ["bulk-dead/2026-03-02/m-3.json", "refused"],
            ],
        );
        assert.ok(!text.includes("live:m-1"));
    });

    it("says that nothing is parked", async () => {
        const nothing = { ...EVERYTHING, under: ["screened-dead/"] };
        assert.deepEqual(await replayParked(account, "parked", nothing, NOW), {
            text: "Nothing is parked there.\n",
            exitCode: 0,
        });
    });

    it("stops at a queue that is no longer there, with nothing marked", async () => {
        account.queueIsThere = false;
        const sending = replayParked(account, "parked", { ...EVERYTHING, send: true }, NOW);
        await assert.rejects(
            sending,
            /The queue arn:.*:incoming is no longer there\. Leave its messages out with --under\./,
        );
        assert.deepEqual(marks(), []);
    });

    it("asks for a stack, and takes no marks for messages", () => {
        assert.throws(() => replayOptions([]), /Name the stack with --stack: dev, local, prod\./);
        assert.throws(() => replayOptions(["--stack", "moon"]), /moon/);
        assert.throws(() => replayOptions(["--stack", "dev", "--under", "replayed/x"]), /holds only marks/);
        assert.match(helpFor("operations/replay.ts", ["--help"]) ?? "", /without it nothing is changed/);
        assert.deepEqual(replayOptions(["--stack", "dev", "--under", "a/", "--under", "b/", "--send"]), {
            stack: "dev",
            under: ["a/", "b/"],
            send: true,
            json: false,
        });
    });
});
