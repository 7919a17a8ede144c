import { setTimeout as pause } from "node:timers/promises";
import {
    DescribeStatementCommand,
    ExecuteStatementCommand,
    GetStatementResultCommand,
    RedshiftDataClient,
} from "@aws-sdk/client-redshift-data";
import { Store } from "../../store/store.ts";
import { localClients } from "../clients.ts";
import type { CopyDataSet } from "./ingestions.ts";

const DATA_SET = "aws:quicksight/dataSet:DataSet";
const WORKGROUP = "aws:redshiftserverless/workgroup:Workgroup";
const DATABASE = "compliance";
const EVERY_MS = 20;

interface Table {
    relationalTable?: { schema: string; name: string };
}

export interface Copying {
    readonly store: string;
    readonly stack: string;
    /** Of the local services, which may come up later. */
    readonly runFile: string;
}

/** Reads all rows of the view that a data set is provisioned on, as the warehouse has them now. */
export function copyFromWarehouse({ store, stack, runFile }: Copying): CopyDataSet {
    return async (dataSetId) => {
        const resources = await new Store(store, stack).list();
        const found = resources.find(({ type, inputs }) => type === DATA_SET && inputs.dataSetId === dataSetId);
        const [table] = (found?.inputs.physicalTableMaps ?? []) as unknown as Table[];
        const workgroup = resources.find(({ type }) => type === WORKGROUP)?.inputs.workgroupName;
        if (table?.relationalTable === undefined || typeof workgroup !== "string") {
            throw new Error(`the data set ${dataSetId} is not provisioned on a view of the warehouse`);
        }
        const { schema, name } = table.relationalTable;
        return countRows(`SELECT COUNT(*) FROM "${schema}"."${name}"`, workgroup, runFile);
    };
}

async function countRows(Sql: string, WorkgroupName: string, runFile: string): Promise<number> {
    const clients = localClients(runFile);
    try {
        const warehouse = clients.of(RedshiftDataClient);
        const { Id } = await warehouse.send(new ExecuteStatementCommand({ WorkgroupName, Database: DATABASE, Sql }));
        for (;;) {
            const { Status, Error: reason } = await warehouse.send(new DescribeStatementCommand({ Id }));
            if (Status === "FINISHED") break;
            if (Status === "FAILED" || Status === "ABORTED") throw new Error(reason);
            await pause(EVERY_MS);
        }
        const { Records } = await warehouse.send(new GetStatementResultCommand({ Id }));
        return Number(Records?.[0]?.[0]?.longValue ?? 0);
    } finally {
        clients.close();
    }
}
