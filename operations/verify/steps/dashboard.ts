import {
    DescribeDashboardCommand,
    DescribeDataSetCommand,
    type Ingestion,
    ListIngestionsCommand,
    QuickSightClient,
} from "@aws-sdk/client-quicksight";
import type { Cloud } from "../cloud.ts";
import type { Step } from "../step.ts";
import { failed, held, unknown } from "../verdict.ts";

const READY = /^(CREATION|UPDATE)_SUCCESSFUL$/;
const UNDERWAY = ["INITIALIZED", "QUEUED", "RUNNING"];
const FIX = "See the data source and its VPC connection in QuickSight, and the security group of the warehouse.";

export const dashboard: Step = {
    name: "dashboard",
    proves: "The officers' dashboard is published, and the last copy of each of its data sets came out of the warehouse.",
    answers: "QuickSight reaches the warehouse through a connection that only it can try.",
    lacking: "QuickSight",
    async run({ cloud, outputs }) {
        const AwsAccountId = cloud.accountId;
        const DashboardId = outputs.dashboardId;
        const { Dashboard } = await cloud
            .of(QuickSightClient)
            .send(new DescribeDashboardCommand({ AwsAccountId, DashboardId }));
        const { Status = "nothing", DataSetArns = [] } = Dashboard?.Version ?? {};
        if (!READY.test(Status)) return failed(`The dashboard ${DashboardId} is in the state ${Status}.`, FIX);

        const copied: string[] = [];
        for (const arn of DataSetArns) {
            const id = arn.slice(arn.lastIndexOf("/") + 1);
            const copy = await lastCopy(cloud, id);
            if (copy === "live") continue;
            const { IngestionStatus = "none", ErrorInfo } = copy ?? {};
            if (copy === undefined || UNDERWAY.includes(IngestionStatus)) {
                return unknown(
                    `The data set ${id} has not been copied yet: run this step again after its next refresh.`,
                );
            }
            if (IngestionStatus !== "COMPLETED") {
                return failed(
                    `The last copy of ${id} is ${IngestionStatus}, ${ErrorInfo?.Type ?? "no reason given"}.`,
                    FIX,
                );
            }
            copied.push(id);
        }
        if (copied.length === 0)
            return unknown("No data set of the dashboard is copied, so nothing shows that it gets data.");
        return held({ dashboard: DashboardId, status: Status, copied });
    },
};

/** The latest copy of a data set; `live` where each look asks the warehouse. */
async function lastCopy(cloud: Cloud, DataSetId: string): Promise<Ingestion | "live" | undefined> {
    const which = { AwsAccountId: cloud.accountId, DataSetId };
    const client = cloud.of(QuickSightClient);
    const { DataSet } = await client.send(new DescribeDataSetCommand(which));
    if (DataSet?.ImportMode !== "SPICE") return "live";
    const { Ingestions = [] } = await client.send(new ListIngestionsCommand(which));
    const at = ({ CreatedTime }: Ingestion) => CreatedTime?.getTime() ?? 0;
    return Ingestions.sort((one, other) => at(other) - at(one))[0];
}
