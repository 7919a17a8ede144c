import assert from "node:assert/strict";
import {
    CreateIngestionCommand,
    DescribeIngestionCommand,
    ListIngestionsCommand,
    QuickSightClient,
} from "@aws-sdk/client-quicksight";
import { type QuickSight, serveQuickSight } from "../../../../local/services/quicksight/ingestions.ts";
import { accountId, type Running, startServices } from "../support/running-services.ts";

describe("QuickSight on a laptop", () => {
    let quickSight: QuickSight;
    let running: Running;
    let client: QuickSightClient;

    before(async () => {
        quickSight = await serveQuickSight(async (dataSet) => {
            if (dataSet === "broken") throw new Error("relation does not exist");
            return 7;
        });
        const { url, token } = quickSight;
        running = await startServices([], { quicksight: { url, token } });
        client = running.clients.of(QuickSightClient);
    });
    after(async () => {
        await running.stop();
        await quickSight.close();
    });

    const of = (DataSetId: string) => ({ AwsAccountId: accountId, DataSetId });

    it("copies a data set, says how many rows that were, and lists copies of that one only", async () => {
        await client.send(new CreateIngestionCommand({ ...of("alerts"), IngestionId: "one" }));
        const { Ingestion } = await client.send(new DescribeIngestionCommand({ ...of("alerts"), IngestionId: "one" }));
        assert.deepEqual([Ingestion?.IngestionStatus, Ingestion?.RowInfo?.RowsIngested], ["COMPLETED", 7]);
        assert.ok(Ingestion?.CreatedTime instanceof Date);
        const { Ingestions = [] } = await client.send(new ListIngestionsCommand(of("alerts")));
        assert.deepEqual(
            Ingestions.map(({ IngestionId }) => IngestionId),
            ["one"],
        );
        assert.deepEqual((await client.send(new ListIngestionsCommand(of("risk")))).Ingestions, []);
    });

    it("says by which type of error a copy failed, and takes no id twice", async () => {
        await client.send(new CreateIngestionCommand({ ...of("broken"), IngestionId: "one" }));
        const { Ingestion } = await client.send(new DescribeIngestionCommand({ ...of("broken"), IngestionId: "one" }));
        assert.deepEqual([Ingestion?.IngestionStatus, Ingestion?.ErrorInfo?.Type], ["FAILED", "SQL_EXCEPTION"]);
        await assert.rejects(client.send(new CreateIngestionCommand({ ...of("broken"), IngestionId: "one" })), {
            name: "ResourceExistsException",
        });
    });
});
