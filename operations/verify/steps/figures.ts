import {
    type DataSet,
    DescribeDashboardCommand,
    DescribeDataSetCommand,
    ListIngestionsCommand,
    QuickSightClient,
} from "@aws-sdk/client-quicksight";
import {
    DescribeStatementCommand,
    ExecuteStatementCommand,
    GetStatementResultCommand,
    RedshiftDataClient,
} from "@aws-sdk/client-redshift-data";
import type { Context, Step } from "../step.ts";
import { failed, held, unknown } from "../verdict.ts";

const Database = "compliance";
/** A name of the warehouse's own making, so that nothing else gets into the statement. */
const NAME = /^[a-z_]+$/;
const FIX =
    "Compare the view with its data set in QuickSight; a copy with fewer rows than it read says which it skipped.";

export const figures: Step = {
    name: "figures",
    proves: "Each copied data set of the dashboard has as many rows as its view in the warehouse.",
    answers: "What a tile shows comes out of a copy that only QuickSight makes, by rows that only it counts.",
    lacking: "QuickSight",
    async run(context) {
        const { cloud, outputs } = context;
        const AwsAccountId = cloud.accountId;
        const client = cloud.of(QuickSightClient);
        const asked = new DescribeDashboardCommand({ AwsAccountId, DashboardId: outputs.dashboardId });
        const { DataSetArns = [] } = (await client.send(asked)).Dashboard?.Version ?? {};
        const rows: Record<string, string> = {};
        for (const arn of DataSetArns) {
            const which = { AwsAccountId, DataSetId: arn.slice(arn.lastIndexOf("/") + 1) };
            const { DataSet } = await client.send(new DescribeDataSetCommand(which));
            if (DataSet?.ImportMode !== "SPICE") continue;
            const copied = await copiedRows(client, which);
            const view = viewOf(DataSet);
            if (copied === undefined || view === undefined) {
                return unknown(
                    `${which.DataSetId} has no copy yet, or none of a view: run this step again after its refresh.`,
                );
            }
            const read = await rowsIn(context, view);
            if (typeof read === "string")
                return unknown(`The warehouse does not say how many rows ${view} has: ${read}`);
            // A view grows between copies; a copy never has what its view has not.
            if (copied > read || (copied === 0 && read > 0)) {
                return failed(`${which.DataSetId} has ${copied} rows, and ${view} ${read}.`, FIX, rows);
            }
            rows[which.DataSetId] = `${copied} of ${read}`;
        }
        if (Object.keys(rows).length === 0) return unknown("No data set of the dashboard is copied.");
        return held(rows);
    },
};

async function copiedRows(
    client: QuickSightClient,
    which: { AwsAccountId: string; DataSetId: string },
): Promise<number | undefined> {
    const { Ingestions = [] } = await client.send(new ListIngestionsCommand(which));
    const at = ({ CreatedTime }: (typeof Ingestions)[number]) => CreatedTime?.getTime() ?? 0;
    const [last] = Ingestions.filter(({ IngestionStatus }) => IngestionStatus === "COMPLETED").sort(
        (one, other) => at(other) - at(one),
    );
    return last?.RowInfo?.RowsIngested;
}

function viewOf({ PhysicalTableMap = {} }: DataSet): string | undefined {
    const [table] = Object.values(PhysicalTableMap);
    const { Schema = "", Name = "" } = table?.RelationalTable ?? {};
    return NAME.test(Schema) && NAME.test(Name) ? `${Schema}.${Name}` : undefined;
}

/** How many rows a view has now; in words, why that is not known. */
async function rowsIn({ cloud, outputs, until }: Context, view: string): Promise<number | string> {
    const client = cloud.of(RedshiftDataClient);
    const statement = { WorkgroupName: outputs.warehouseWorkgroup, Database, Sql: `SELECT count(*) FROM ${view}` };
    const { Id } = await client.send(new ExecuteStatementCommand(statement));
    const ended = await until(async () => {
        const described = await client.send(new DescribeStatementCommand({ Id }));
        return ["FINISHED", "FAILED", "ABORTED"].includes(described.Status ?? "") ? described : undefined;
    });
    if (ended?.Status !== "FINISHED") return ended?.Error ?? "it did not answer in time";
    const { Records = [] } = await client.send(new GetStatementResultCommand({ Id }));
    return Records[0]?.[0]?.longValue ?? "it gave no number";
}
