import assert from "node:assert/strict";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { toItem } from "../../../functions/adapters/attribute-values.ts";
import { DECISIONS_INDEX, DynamoDecisions } from "../../../functions/adapters/decisions.ts";
import { S3Names } from "../../../functions/adapters/object-names.ts";
import { create, resource } from "../../local/services/support/resources.ts";
import { sharedServices } from "../../local/services/support/shared-services.ts";

const TABLE = "train-ledger";
const BUCKET = "train-records";

describe("what train reads of the local services", () => {
    let dynamo: DynamoDBClient;
    let s3: S3Client;

    before(async () => {
        const { clients } = await sharedServices();
        [dynamo, s3] = [clients.of(DynamoDBClient), clients.of(S3Client)];
        const table = {
            name: TABLE,
            hashKey: "id",
            attributes: ["id", "decidedOn"].map((name) => ({ name, type: "S" })),
            globalSecondaryIndexes: [
                {
                    name: DECISIONS_INDEX,
                    hashKey: "decidedOn",
                    projectionType: "INCLUDE",
                    nonKeyAttributes: ["decision", "decidedAt", "recordKey"],
                },
            ],
        };
        await create(resource("aws:dynamodb/table:Table", TABLE, table), clients);
        await create(resource("aws:s3/bucket:Bucket", BUCKET, { bucket: BUCKET }), clients);
    });

    const put = (row: object) => dynamo.send(new PutItemCommand({ TableName: TABLE, Item: toItem(row) }));

    it("are the decisions of one day, without rows that nobody decided on and those that say something else", async () => {
        const decided = { decidedOn: "2026-03-02", decidedAt: "2026-03-02T10:00:00.000Z", recordKey: "key" };
        await put({ id: "live:1", decision: "fraud", ...decided });
        await put({ id: "live:2", verdict: "alert" });
        await put({ id: "live:3", decision: "perhaps", ...decided });
        await put({ id: "live:4", decision: "legitimate", ...decided, decidedOn: "2026-03-03" });
        const { decidedOn: _, ...rest } = decided;
        assert.deepEqual(await new DynamoDecisions(dynamo, TABLE).of("2026-03-02"), [
            { id: "live:1", decision: "fraud", ...rest },
        ]);
        assert.deepEqual(await new DynamoDecisions(dynamo, TABLE).of("2026-03-04"), []);
    });

    it("are the names of a day's records in their order", async () => {
        for (const Key of ["a/2", "a/1", "b/1"])
            await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: "a record" }));
        assert.deepEqual(await new S3Names(s3, BUCKET).first("a/"), { keys: ["a/1", "a/2"], complete: true });
        assert.deepEqual(await new S3Names(s3, BUCKET).first("c/"), { keys: [], complete: true });
    });
});
