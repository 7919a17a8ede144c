import assert from "node:assert/strict";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { fromItem, toItem } from "../../../functions/adapters/attribute-values.ts";
import { DECISIONS_INDEX, DynamoDecisions } from "../../../functions/adapters/decisions.ts";
import { decide } from "../../../operations/decide/decide.ts";
import type { Given } from "../../../operations/decide/given.ts";
import { DynamoDecisionLedger } from "../../../operations/decide/ledger.ts";
import { create, resource } from "../../local/services/support/resources.ts";
import { sharedServices } from "../../local/services/support/shared-services.ts";

const TABLE = "decide-ledger";
const MONDAY = "2026-03-09T10:00:00.000Z";
const TUESDAY = "2026-03-10T10:00:00.000Z";

describe("npm run decide on the local services", () => {
    let dynamo: DynamoDBClient;
    let ledger: DynamoDecisionLedger;

    before(async () => {
        const { clients } = await sharedServices();
        dynamo = clients.of(DynamoDBClient);
        ledger = new DynamoDecisionLedger(clients, TABLE);
        const index = { name: DECISIONS_INDEX, hashKey: "decidedOn", projectionType: "INCLUDE" };
        const table = {
            name: TABLE,
            hashKey: "id",
            attributes: ["id", "decidedOn"].map((name) => ({ name, type: "S" })),
            globalSecondaryIndexes: [{ ...index, nonKeyAttributes: ["decision", "decidedAt", "recordKey"] }],
        };
        await create(resource("aws:dynamodb/table:Table", TABLE, table), clients);
        for (const id of ["live:1", "live:2"]) {
            const Item = toItem({ id, state: "scored", verdict: "pass", score: 0.1, reasons: [], recordKey: "key" });
            await dynamo.send(new PutItemCommand({ TableName: TABLE, Item }));
        }
    });

    it("writes one decision or many, replaces them, and leaves to train the newest", async () => {
        const given = (id: string, decision: Given["decision"]): Given => ({ id, decision, by: "a.meier" });
        const run = (all: Given[], now: string) => decide(all, ledger, { json: false, now });
        await run([given("live:1", "fraud")], MONDAY);
        const { exitCode } = await run([given("live:1", "legitimate"), given("live:2", "fraud")], TUESDAY);
        assert.equal(exitCode, 0);

        const { Item = {} } = await dynamo.send(
            new GetItemCommand({ TableName: TABLE, Key: { id: { S: "live:1" } }, ConsistentRead: true }),
        );
        assert.deepEqual(fromItem(Item).decisions, [
            { decision: "fraud", decidedAt: MONDAY, decidedBy: "a.meier" },
            { decision: "legitimate", decidedAt: TUESDAY, decidedBy: "a.meier" },
        ]);
        const decisions = new DynamoDecisions(dynamo, TABLE);
        assert.deepEqual(await decisions.of("2026-03-09"), []);
        const read = (await decisions.of("2026-03-10")).map(({ id, decision }) => `${id} ${decision}`);
        assert.deepEqual(read.sort(), ["live:1 legitimate", "live:2 fraud"]);
    });
});
