import assert from "node:assert/strict";
import { DescribeDashboardCommand, DescribeDataSetCommand, ListIngestionsCommand } from "@aws-sdk/client-quicksight";
import { DescribeStatementCommand, ExecuteStatementCommand } from "@aws-sdk/client-redshift-data";
import { DATA_SETS } from "../../../analytics/dashboard/data-sets.ts";
import type { Context } from "../../../operations/verify/step.ts";
import { figures } from "../../../operations/verify/steps/figures.ts";

const ARN = "arn:aws:quicksight:eu-west-1:111111111111:dataset/";
const copy = (RowsIngested: number, hour = 1, IngestionStatus = "COMPLETED") => ({
    IngestionStatus,
    CreatedTime: new Date(Date.UTC(2026, 10, 1, hour)),
    RowInfo: { RowsIngested },
});

interface World {
    copies?: object[];
    rows?: number;
    table?: { Schema: string; Name: string };
    statement?: object;
}

/** The step on a data set with these copies, whose view has so many rows in the warehouse. */
async function tried({ copies = [copy(40)], rows = 40, table, statement = { Status: "FINISHED" } }: World = {}) {
    const asked: unknown[] = [];
    const RelationalTable = table ?? { Schema: "dashboard", Name: DATA_SETS.alerts.view };
    const send = async (command: unknown) => {
        if (command instanceof DescribeDashboardCommand) {
            return { Dashboard: { Version: { DataSetArns: [`${ARN}live`, `${ARN}alerts`] } } };
        }
        if (command instanceof DescribeDataSetCommand) {
            const ImportMode = command.input.DataSetId === "live" ? "DIRECT_QUERY" : "SPICE";
            return { DataSet: { ImportMode, PhysicalTableMap: { one: { RelationalTable } } } };
        }
        if (command instanceof ListIngestionsCommand) return { Ingestions: copies };
        if (command instanceof ExecuteStatementCommand) {
            asked.push(command.input.Sql);
            return { Id: "s-1" };
        }
        if (command instanceof DescribeStatementCommand) return statement;
        return { Records: [[{ longValue: rows }]] };
    };
    const verdict = await figures.run({
        cloud: { accountId: "111111111111", of: () => ({ send }) },
        outputs: { dashboardId: "compliance-dev", warehouseWorkgroup: "group" },
        until: (ask: () => Promise<unknown>) => ask(),
    } as unknown as Context);
    return { verdict, asked };
}

describe("the step that counts the dashboards' figures", () => {
    it("holds when a copy has the rows of its view, and when the view grew since", async () => {
        const { verdict, asked } = await tried();
        assert.deepEqual(verdict, { state: "held", evidence: { alerts: "40 of 40" } });
        assert.deepEqual(asked, ["SELECT count(*) FROM dashboard.alerts_by_rule"]);
        assert.equal((await tried({ rows: 45 })).verdict.state, "held");
    });

    it("goes by the last copy that was completed", async () => {
        const copies = [copy(12, 1), copy(0, 3, "FAILED"), copy(40, 2)];
        assert.deepEqual((await tried({ copies })).verdict, { state: "held", evidence: { alerts: "40 of 40" } });
    });

    it("fails when a copy has more than its view, or nothing of a view with rows", async () => {
        assert.match(JSON.stringify((await tried({ rows: 39 })).verdict), /"failed".*alerts has 40 rows, and .* 39/);
        assert.equal((await tried({ copies: [copy(0)] })).verdict.state, "failed");
        assert.equal((await tried({ copies: [copy(0)], rows: 0 })).verdict.state, "held");
    });

    it("cannot tell before the first copy, or where the caller may not read the view", async () => {
        assert.equal((await tried({ copies: [] })).verdict.state, "unknown");
        const denied = await tried({
            statement: { Status: "FAILED", Error: "permission denied for schema dashboard" },
        });
        assert.match(JSON.stringify(denied.verdict), /"unknown".*permission denied for schema dashboard/);
    });

    it("puts nothing into a statement that is no name of the warehouse's own", async () => {
        const { verdict, asked } = await tried({ table: { Schema: "dashboard", Name: "x; DROP TABLE y" } });
        assert.deepEqual([verdict.state, asked], ["unknown", []]);
    });
});
