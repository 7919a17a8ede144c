import assert from "node:assert/strict";
import {
    DescribeTableCommand,
    DescribeTimeToLiveCommand,
    DynamoDBClient,
    PutItemCommand,
    QueryCommand,
    UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Clients } from "../../../../local/services/clients.ts";
import { create, remove, resource } from "../support/resources.ts";
import { accountId, region } from "../support/running-services.ts";
import { sharedServices } from "../support/shared-services.ts";

const activity = resource("aws:dynamodb/table:Table", "activity-live", {
    name: "activity-live",
    hashKey: "accountId",
    rangeKey: "at",
    attributes: [
        { name: "accountId", type: "S" },
        { name: "at", type: "S" },
    ],
    billingMode: "PAY_PER_REQUEST",
    deletionProtectionEnabled: true,
    ttl: { attributeName: "expiresAt", enabled: true },
});

describe("live table", () => {
    let clients: Clients;
    let dynamo: DynamoDBClient;

    before(async () => {
        clients = (await sharedServices()).clients;
        dynamo = clients.of(DynamoDBClient);
        await create(activity, clients);
        await create(activity, clients);
    });

    it("has the keys and the time to live of its inputs, and the predicted ARN", async () => {
        const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: "activity-live" }));
        assert.equal(Table?.TableArn, `arn:aws:dynamodb:${region}:${accountId}:table/activity-live`);
        assert.deepEqual(Table?.KeySchema, [
            { AttributeName: "accountId", KeyType: "HASH" },
            { AttributeName: "at", KeyType: "RANGE" },
        ]);
        const ttl = await dynamo.send(new DescribeTimeToLiveCommand({ TableName: "activity-live" }));
        assert.equal(ttl.TimeToLiveDescription?.AttributeName, "expiresAt");
        assert.equal(ttl.TimeToLiveDescription?.TimeToLiveStatus, "ENABLED");
    });

    it("refuses a conditional write whose condition does not hold, and says what is there", async () => {
        const Item = { accountId: { S: "a" }, at: { S: "1" }, contentHash: { S: "abc" } };
        const put = new PutItemCommand({
            TableName: "activity-live",
            Item,
            ConditionExpression: "attribute_not_exists(accountId)",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        });
        await dynamo.send(put);
        await assert.rejects(dynamo.send(put), (error: Error & { Item?: unknown }) => {
            assert.equal(error.name, "ConditionalCheckFailedException");
            assert.deepEqual(error.Item, Item);
            return true;
        });
    });

    it("adds to sets and numbers, and reads a range consistently", async () => {
        const Key = { accountId: { S: "b" }, at: { S: "2026-01-01T00:00:00.000Z#x" } };
        for (const origin of ["one", "two", "one"]) {
            await dynamo.send(
                new UpdateItemCommand({
                    TableName: "activity-live",
                    Key,
                    UpdateExpression:
                        "ADD duplicateOrigins :origin, revision :one SET #state = if_not_exists(#state, :new)",
                    ExpressionAttributeNames: { "#state": "state" },
                    ExpressionAttributeValues: {
                        ":origin": { SS: [origin] },
                        ":one": { N: "1" },
                        ":new": { S: "claimed" },
                    },
                }),
            );
        }
        const { Items = [] } = await dynamo.send(
            new QueryCommand({
                TableName: "activity-live",
                ConsistentRead: true,
                KeyConditionExpression: "accountId = :account AND #at BETWEEN :from AND :to",
                ExpressionAttributeNames: { "#at": "at" },
                ExpressionAttributeValues: {
                    ":account": { S: "b" },
                    ":from": { S: "2026-01-01" },
                    ":to": { S: "2026-01-02" },
                },
            }),
        );
        assert.deepEqual(Items[0]?.revision, { N: "3" });
        assert.deepEqual([...(Items[0]?.duplicateOrigins?.SS ?? [])].sort(), ["one", "two"]);
        assert.deepEqual(Items[0]?.state, { S: "claimed" });
    });

    it("goes in spite of its protection, and may be gone already", async () => {
        await remove(activity, clients);
        await remove(activity, clients);
        await assert.rejects(dynamo.send(new DescribeTableCommand({ TableName: "activity-live" })), {
            name: "ResourceNotFoundException",
        });
    });
});
