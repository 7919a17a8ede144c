import assert from "node:assert/strict";
import { DynamoDBClient, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { arrivalsOf } from "../../../contract/transaction/arrival.ts";
import { DynamoClaimLedger } from "../../../functions/adapters/claim-ledger.ts";
import { DynamoLedger } from "../../../functions/reconcile/dynamo-ledger.ts";
import type { Arrival } from "../../../functions/reconcile/ports.ts";
import { create, resource } from "../../local/services/support/resources.ts";
import { type Running, startServices } from "../../local/services/support/running-services.ts";
import { thePlatform } from "../../support/infra-parts.ts";
import { created } from "../../support/mocks.ts";

const HOUR = "2026-03-02T10";
const TABLE = "aws:dynamodb/table:Table";

async function all(pages: AsyncIterable<readonly Arrival[]>): Promise<Arrival[]> {
    const arrivals: Arrival[] = [];
    for await (const page of pages) arrivals.push(...page);
    return arrivals.sort((one, other) => (one.id < other.id ? -1 : 1));
}

describe("the ledger's index by hours", () => {
    it("is read part by part, each to its last page, a page of each at a time", async () => {
        const asked: string[] = [];
        const client = {
            async send({ input }: { input: QueryCommandInput }) {
                const arrival = input.ExpressionAttributeValues?.[":arrival"]?.S ?? "";
                asked.push(arrival);
                assert.equal(input.IndexName, "arrivals");
                const item = (id: string) => ({ id: { S: id }, source: { S: "s" }, arrival: { S: arrival } });
                if (!arrival.endsWith("#3")) return {};
                if (input.ExclusiveStartKey === undefined) return { Items: [item("a")], LastEvaluatedKey: item("a") };
                assert.deepEqual(input.ExclusiveStartKey, item("a"));
                return { Items: [item("b")] };
            },
        } as unknown as Pick<DynamoDBClient, "send">;
        const ledger = new DynamoLedger(client, "ledger");
        assert.deepEqual(await all(ledger.arrivals(HOUR)), [
            { id: "a", source: "s" },
            { id: "b", source: "s" },
        ]);
        assert.deepEqual(asked, [...arrivalsOf(HOUR), `${HOUR}#3`]);
    });

    describe("on the local DynamoDB, in the program's own table", () => {
        let running: Running | undefined;
        before(async () => {
            running = await startServices();
            await thePlatform("local");
            const { name = "ledger", ...inputs } = created(TABLE, "ledger");
            await create(resource(TABLE, "ledger", { name, ...inputs }), running.clients);
        });
        after(() => running?.stop());

        it("has each claim in the hour in which it was received", async () => {
            const client = running?.clients.of(DynamoDBClient);
            assert.ok(client);
            const claim = (id: string, receivedAt: string) => ({
                ...{ id, source: "core-banking", contentHash: "h", origin: `sqs:${id}`, receivedAt },
                ...{ occurredAt: receivedAt, claimedAt: "2026-03-02T15:00:00.000Z" },
            });
            const claims = [
                ...Array.from({ length: 40 }, (_, index) => claim(`t${index + 10}`, `${HOUR}:59:59.999Z`)),
                claim("next", "2026-03-02T11:00:00.000Z"),
            ];
            const outcomes = await new DynamoClaimLedger(client, "ledger").claim(claims);
            assert.ok(outcomes.every(({ status }) => status === "fulfilled"));
            const ledger = new DynamoLedger(client, "ledger");
            const found = await all(ledger.arrivals(HOUR));
            assert.deepEqual(
                found,
                claims.slice(0, 40).map(({ id, source }) => ({ id, source })),
            );
            assert.deepEqual(await all(ledger.arrivals("2026-03-02T11")), [{ id: "next", source: "core-banking" }]);
            const rows = await ledger.rows(["t10", "nobody"]);
            assert.deepEqual([...rows.keys()], ["t10"]);
            assert.equal(rows.get("t10")?.claimedAt, "2026-03-02T15:00:00.000Z");
        });
    });
});
