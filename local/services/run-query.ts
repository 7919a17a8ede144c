import { setTimeout as pause } from "node:timers/promises";
import { ATHENA, CallError, type Caller, signedCall } from "./signed-call.ts";

export interface Question {
    sql: string;
    database: string;
    workgroup: string;
    /** Values for the question marks, in order; each is given as a text. */
    parameters?: readonly string[];
}

export interface Answer {
    columns: string[];
    rows: (string | null)[][];
    /** Where the result also lies, as CSV. */
    location: string;
}

const POLL_MS = 50;
const PATIENCE_MS = 60_000;

interface Execution {
    Status: { State: string; StateChangeReason?: string };
    ResultConfiguration: { OutputLocation: string };
}

interface Page {
    ResultSet: { Rows: { Data: { VarCharValue?: string }[] }[] };
    NextToken?: string;
}

/** Runs one query on Athena and waits for its whole result. */
export async function runQuery(caller: Caller, question: Question): Promise<Answer> {
    const { sql, database, workgroup, parameters = [] } = question;
    const { QueryExecutionId } = await signedCall(caller, ATHENA, "StartQueryExecution", {
        QueryString: sql,
        QueryExecutionContext: { Database: database },
        WorkGroup: workgroup,
        ...(parameters.length > 0 && { ExecutionParameters: parameters.map(literal) }),
    });
    const { ResultConfiguration } = await finished(caller, QueryExecutionId);
    const rows: (string | null)[][] = [];
    for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
        const page = { QueryExecutionId, MaxResults: 1000, ...(token !== undefined && { NextToken: token }) };
        const answer = (await signedCall(caller, ATHENA, "GetQueryResults", page)) as unknown as Page;
        rows.push(...answer.ResultSet.Rows.map(({ Data }) => Data.map(({ VarCharValue }) => VarCharValue ?? null)));
        token = answer.NextToken;
    }
    const [columns = [], ...found] = rows;
    return { columns: columns.map(String), rows: found, location: ResultConfiguration.OutputLocation };
}

async function finished(caller: Caller, QueryExecutionId: unknown): Promise<Execution> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
        const answer = await signedCall(caller, ATHENA, "GetQueryExecution", { QueryExecutionId });
        const execution = answer.QueryExecution as Execution;
        const { State, StateChangeReason = "no reason given" } = execution.Status;
        if (State === "SUCCEEDED") return execution;
        if (State === "FAILED" || State === "CANCELLED")
            throw new CallError(`The query ${State}: ${StateChangeReason}`);
        if (Date.now() > until) throw new CallError(`The query is still ${State} after ${PATIENCE_MS / 1000} s`);
        await pause(POLL_MS);
    }
}

/** Athena takes a parameter as SQL, so a text needs its quotes. */
function literal(value: string): string {
    return `'${value.replaceAll("'", "''")}'`;
}
