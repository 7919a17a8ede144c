import { setTimeout as delay } from "node:timers/promises";
import {
    DescribeStatementCommand,
    ExecuteStatementCommand,
    GetStatementResultCommand,
    RedshiftDataClient,
} from "@aws-sdk/client-redshift-data";
import type { Clients } from "../../local/services/clients.ts";

/** Time between two questions whether a statement has ended, in milliseconds. */
const EVERY_MS = 50;
const DATABASE = "compliance";

/** What the local warehouse has. */
export interface Loaded {
    transactions: number;
    /** Refused rows, messages and files. */
    refusals: number;
}

export async function readLoaded(clients: Clients, workgroup: string): Promise<Loaded> {
    const warehouse = clients.of(RedshiftDataClient);
    const Sql = "SELECT (SELECT count(*) FROM compliance.transactions), (SELECT count(*) FROM compliance.quarantine)";
    const { Id } = await warehouse.send(
        new ExecuteStatementCommand({ WorkgroupName: workgroup, Database: DATABASE, Sql }),
    );
    for (;;) {
        const { Status, Error: reason } = await warehouse.send(new DescribeStatementCommand({ Id }));
        if (Status === "FINISHED") break;
        if (Status === "FAILED" || Status === "ABORTED")
            throw new Error(`The warehouse does not say what it has: ${reason}`);
        await delay(EVERY_MS);
    }
    const { Records } = await warehouse.send(new GetStatementResultCommand({ Id }));
    const [transactions = 0, refusals = 0] = (Records?.[0] ?? []).map(({ longValue }) => Number(longValue ?? 0));
    return { transactions, refusals };
}
