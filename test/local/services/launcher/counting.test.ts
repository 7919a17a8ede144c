import assert from "node:assert/strict";
import { DynamoDBClient, PutItemCommand, QueryCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { type Count, countsSoFar, since } from "../../../../operations/proof/latency/counts.ts";
import { create, resource } from "../support/resources.ts";
import { type Running, startServices } from "../support/running-services.ts";
import { sharedServices } from "../support/shared-services.ts";

describe("services that count", () => {
    let running: Running;

    before(async () => {
        running = await startServices([], {}, true);
        await create(
            resource("aws:dynamodb/table:Table", "counted", {
                name: "counted",
                hashKey: "account",
                rangeKey: "at",
                attributes: ["account", "at", "day"].map((name) => ({ name, type: "S" })),
                globalSecondaryIndexes: [{ name: "by-day", hashKey: "day", projectionType: "KEYS_ONLY" }],
                billingMode: "PAY_PER_REQUEST",
            }),
            running.clients,
        );
        await create(resource("aws:sqs/queue:Queue", "counted", { name: "counted" }), running.clients);
    });
    after(() => running.stop());

    async function counted(work: () => Promise<unknown>): Promise<Pick<Count, "operation" | "requests">[]> {
        const before = await countsSoFar(running.clients.endpoint);
        await work();
        const after = await countsSoFar(running.clients.endpoint);
        return since(before, after)
            .filter(({ requests }) => requests > 0)
            .map(({ caller, service, ...rest }) => rest);
    }

    const nothing = { chunks: 0, readUnits: 0, writeUnits: 0, indexUnits: 0, items: 0, milliseconds: 0 };
    const item = (at: string, bytes: number, day?: string) => ({
        account: { S: "a" },
        at: { S: at },
        text: { S: "x".repeat(bytes) },
        ...(day !== undefined && { day: { S: day } }),
    });

    it("say how many units a write costs: for each KB begun, twice in a transaction, once more for an index", async () => {
        const dynamo = running.clients.of(DynamoDBClient);
        const TableName = "counted";
        const put = counted(() => dynamo.send(new PutItemCommand({ TableName, Item: item("1", 2000, "monday") })));
        assert.deepEqual(await put, [
            { ...nothing, operation: "PutItem", requests: 1, writeUnits: 2, indexUnits: 1, items: 1 },
        ]);
        const TransactItems = ["2", "3"].map((at) => ({ Put: { TableName, Item: item(at, 10) } }));
        const transact = counted(() => dynamo.send(new TransactWriteItemsCommand({ TransactItems })));
        assert.deepEqual(await transact, [
            { ...nothing, operation: "TransactWriteItems", requests: 1, writeUnits: 4, items: 2 },
        ]);
    });

    it("say how many units a read costs, by what it finds and how consistent it is", async () => {
        const dynamo = running.clients.of(DynamoDBClient);
        const asked = {
            TableName: "counted",
            KeyConditionExpression: "account = :a",
            ExpressionAttributeValues: { ":a": { S: "long" } },
        };
        for (const at of ["1", "2", "3"]) {
            const Item = { ...item(at, 3000), account: { S: "long" } };
            await dynamo.send(new PutItemCommand({ TableName: "counted", Item }));
        }
        const units = async (ConsistentRead: boolean) =>
            counted(() => dynamo.send(new QueryCommand({ ...asked, ConsistentRead })));
        assert.deepEqual(await units(true), [{ ...nothing, operation: "Query", requests: 1, readUnits: 3 }]);
        assert.deepEqual(await units(false), [{ ...nothing, operation: "Query", requests: 1, readUnits: 1.5 }]);
    });

    it("count a message for each 64 KB begun, as SQS does", async () => {
        const QueueUrl = `https://sqs.eu-west-1.amazonaws.com/${running.clients.accountId}/counted`;
        const send = (bytes: number) => () =>
            running.clients.of(SQSClient).send(new SendMessageCommand({ QueueUrl, MessageBody: "x".repeat(bytes) }));
        assert.deepEqual(await counted(send(10)), [{ ...nothing, operation: "SendMessage", requests: 1, chunks: 1 }]);
        assert.deepEqual(await counted(send(100_000)), [
            { ...nothing, operation: "SendMessage", requests: 1, chunks: 2 },
        ]);
    });
});

describe("services that are not asked to count", () => {
    it("say nothing of their requests", async () => {
        const { clients } = await sharedServices();
        await assert.rejects(countsSoFar(clients.endpoint), /The local services do not count/);
    });
});
