import assert from "node:assert/strict";
import { ListIngestionsCommand, QuickSightClient } from "@aws-sdk/client-quicksight";
import { runHandler } from "../support/run-handler.ts";

const ENVIRONMENT = { DATA_SETS: '{"alerts":"set-1","amounts":"set-2"}', FRESH_HOURS: "3", ACCOUNT_ID: "000000000000" };

describe("the handler of publish", () => {
    it("looks at each data set of the account, and says what became of it", async () => {
        const asked: unknown[] = [];
        const { result, lines } = await runHandler("publish", ENVIRONMENT, [QuickSightClient], (command) => {
            assert.ok(command instanceof ListIngestionsCommand);
            asked.push([command.input.AwsAccountId, command.input.DataSetId]);
            const IngestionStatus = command.input.DataSetId === "set-1" ? "COMPLETED" : "RUNNING";
            return { Ingestions: [{ IngestionStatus, CreatedTime: new Date(), IngestionId: "one" }] };
        });
        const outcomes = { alerts: "fresh", amounts: "running" };
        assert.deepEqual(result, outcomes);
        assert.deepEqual(asked, [
            ["000000000000", "set-1"],
            ["000000000000", "set-2"],
        ]);
        assert.deepEqual(lines[0]?.outcomes, outcomes);
    });
});
