import {
    DescribeStatementCommand,
    ExecuteStatementCommand,
    GetStatementResultCommand,
    RedshiftDataClient,
} from "@aws-sdk/client-redshift-data";
import type { Step } from "../step.ts";
import { failed, held } from "../verdict.ts";

/** Needs no right on any table: the caller's own role is the user. */
const Sql = "SELECT 1";
const Database = "compliance";
const FIX =
    "See the workgroup's state and usage limit in the Redshift console; used up, it refuses until midnight UTC.";

export const warehouse: Step = {
    name: "warehouse",
    proves: "The warehouse wakes up and answers a statement.",
    answers: "Capacity, network and usage limit only meet in an account.",
    lacking: "Redshift",
    async run({ cloud, outputs, until }) {
        const client = cloud.of(RedshiftDataClient);
        const WorkgroupName = outputs.warehouseWorkgroup;
        const { Id } = await client.send(new ExecuteStatementCommand({ WorkgroupName, Database, Sql }));
        const ended = await until(async () => {
            const described = await client.send(new DescribeStatementCommand({ Id }));
            return ["FINISHED", "FAILED", "ABORTED"].includes(described.Status ?? "") ? described : undefined;
        });
        if (ended === undefined) return failed(`${WorkgroupName} did not answer in time.`, FIX);
        const { Status, Error: error = "no reason given", Duration = 0 } = ended;
        if (Status !== "FINISHED") return failed(`${WorkgroupName} answers ${Status}: ${error}`, FIX);
        const { Records = [] } = await client.send(new GetStatementResultCommand({ Id }));
        const value = Records[0]?.[0]?.longValue;
        if (value !== 1) return failed(`${WorkgroupName} answers ${value} to ${Sql}.`, FIX);
        return held({ workgroup: WorkgroupName, milliseconds: Math.round(Duration / 1e6) });
    },
};
