import assert from "node:assert/strict";
import { DescribeDashboardCommand, DescribeDataSetCommand, ListIngestionsCommand } from "@aws-sdk/client-quicksight";
import type { Context } from "../../../operations/verify/step.ts";
import { dashboard } from "../../../operations/verify/steps/dashboard.ts";

const ARN = "arn:aws:quicksight:eu-west-1:111111111111:dataset/";

interface Copy {
    IngestionStatus: string;
    CreatedTime: Date;
    ErrorInfo?: { Type: string; Message: string };
}

const copy = (IngestionStatus: string, hour = 1): Copy => ({
    IngestionStatus,
    CreatedTime: new Date(Date.UTC(2026, 10, 1, hour)),
});

/** The step on a QuickSight with one live data set and one that was copied so. */
async function tried(copies: Copy[], Status = "CREATION_SUCCESSFUL") {
    const send = async (command: unknown) => {
        if (command instanceof DescribeDashboardCommand) {
            const Version = { VersionNumber: 1, Status, DataSetArns: [`${ARN}live`, `${ARN}alerts`] };
            return { Dashboard: { DashboardId: command.input.DashboardId, Version } };
        }
        if (command instanceof DescribeDataSetCommand) {
            const { DataSetId } = command.input;
            return { DataSet: { DataSetId, ImportMode: DataSetId === "live" ? "DIRECT_QUERY" : "SPICE" } };
        }
        assert.ok(command instanceof ListIngestionsCommand);
        assert.deepEqual(command.input, { AwsAccountId: "111111111111", DataSetId: "alerts" });
        return { Ingestions: copies };
    };
    const cloud = { accountId: "111111111111", of: () => ({ send }) };
    return dashboard.run({ cloud, outputs: { dashboardId: "compliance-dev" } } as unknown as Context);
}

describe("the step that looks at the dashboard", () => {
    it("holds when it is published and its data came", async () => {
        const evidence = { dashboard: "compliance-dev", status: "CREATION_SUCCESSFUL", copied: ["alerts"] };
        assert.deepEqual(await tried([copy("COMPLETED")]), { state: "held", evidence });
    });

    it("goes by the last copy, in whatever order they are listed", async () => {
        assert.equal((await tried([copy("FAILED", 1), copy("COMPLETED", 2)])).state, "held");
        assert.equal((await tried([copy("COMPLETED", 1), copy("FAILED", 2)])).state, "failed");
    });

    it("fails with the kind of error, and none of its words, which may quote data", async () => {
        const failure = {
            ...copy("FAILED"),
            ErrorInfo: { Type: "DATA_SOURCE_CONNECTION_FAILED", Message: "of Jane Doe" },
        };
        const verdict = await tried([failure]);
        assert.match(JSON.stringify(verdict), /last copy of alerts is FAILED, DATA_SOURCE_CONNECTION_FAILED/);
        assert.doesNotMatch(JSON.stringify(verdict), /Jane/);
    });

    it("cannot tell before the first copy has ended", async () => {
        assert.equal((await tried([])).state, "unknown");
        assert.equal((await tried([copy("RUNNING")])).state, "unknown");
    });

    it("fails when the dashboard could not be made", async () => {
        const verdict = await tried([copy("COMPLETED")], "CREATION_FAILED");
        assert.match(JSON.stringify(verdict), /compliance-dev is in the state CREATION_FAILED/);
    });
});
