import assert from "node:assert/strict";
import type { AthenaClient } from "@aws-sdk/client-athena";
import { AthenaQueries } from "../../../functions/report/athena.ts";
import type { Answer } from "../../../functions/report/ports.ts";

type Reply = object | Error;

const QUESTION = { text: "SELECT ?", database: "db", workgroup: "reports" };
const Started = { QueryExecutionId: "q1" };
const state = (State: string, StateChangeReason?: string) => ({
    QueryExecution: { Status: { State, StateChangeReason }, Statistics: { DataScannedInBytes: 7 } },
});
const refused = (name: string, message = "refused") => Object.assign(new Error(message), { name });
const cells = (...values: (string | undefined)[]) => ({ Data: values.map((VarCharValue) => ({ VarCharValue })) });
const results = (rows: object[], NextToken?: string) => ({ ResultSet: { Rows: rows }, NextToken });

/** Athena as it answers, call after call; the clock moves with each pause. */
function athena(replies: Record<string, Reply[]>, seconds = 900) {
    const calls: [string, Record<string, unknown>][] = [];
    let left = seconds * 1000;
    const client = {
        async send(command: { constructor: { name: string }; input: Record<string, unknown> }) {
            const name = command.constructor.name.slice(0, -"Command".length);
            calls.push([name, command.input]);
            const of = replies[name] ?? [];
            const reply = of.length > 1 ? of.shift() : of[0];
            if (reply instanceof Error) throw reply;
            return reply ?? {};
        },
    } as unknown as Pick<AthenaClient, "send">;
    const patience = {
        remainingMs: () => left,
        async pause(ms: number) {
            left -= ms;
        },
    };
    const queries = new AthenaQueries(client, { known: "id-1" }, patience);
    return { queries, calls, named: () => calls.map(([name]) => name), spend: (ms: number) => patience.pause(ms) };
}

async function rowsOf({ pages }: Answer) {
    const rows = [];
    for await (const page of pages) rows.push(...page);
    return rows;
}

describe("the saved queries on Athena", () => {
    it("are read as they are provisioned, with their database and workgroup", async () => {
        const NamedQuery = { QueryString: "SELECT 1", Database: "db", WorkGroup: "reports", Name: "known" };
        const { queries, calls } = athena({ GetNamedQuery: [{ NamedQuery }] });
        const question = { text: "SELECT 1", database: "db", workgroup: "reports" };
        assert.deepEqual(await queries.question("known"), question);
        assert.deepEqual(calls, [["GetNamedQuery", { NamedQueryId: "id-1" }]]);
    });

    it("are refused when there is no id, or no whole query behind it", async () => {
        const { queries } = athena({ GetNamedQuery: [{ NamedQuery: { Database: "db" } }] });
        await assert.rejects(queries.question("other"), { message: "no id of the saved query other is in QUERIES" });
        await assert.rejects(queries.question("known"), { message: "the saved query known is not whole" });
    });

    it("run on their workgroup with the values as texts, and give all pages and what was read", async () => {
        const { queries, calls } = athena({
            StartQueryExecution: [Started],
            GetQueryExecution: [state("QUEUED"), state("RUNNING"), state("SUCCEEDED")],
            GetQueryResults: [results([cells("a", "b"), cells("1", undefined)], "more"), results([cells("2", "x")])],
        });
        const answer = await queries.ask(QUESTION, ["2026-03-01", "o'clock"]);
        assert.deepEqual([answer.columns, answer.scannedBytes], [["a", "b"], 7]);
        assert.deepEqual(await rowsOf(answer), [
            ["1", null],
            ["2", "x"],
        ]);
        assert.deepEqual(calls[0]?.[1], {
            QueryString: "SELECT ?",
            QueryExecutionContext: { Database: "db" },
            WorkGroup: "reports",
            ExecutionParameters: ["'2026-03-01'", "'o''clock'"],
        });
        assert.equal(calls.at(-1)?.[1].NextToken, "more");
    });

    it("that fail are named with Athena's reason", async () => {
        const failed = { StartQueryExecution: [Started], GetQueryExecution: [state("FAILED", "SYNTAX_ERROR: line 1")] };
        await assert.rejects(athena(failed).queries.ask(QUESTION, []), {
            name: "QueryFailed",
            message: "Athena ended query q1 as FAILED: SYNTAX_ERROR: line 1",
        });
    });

    it("that the workgroup's limit of data stops are named with it", async () => {
        const reason = "Bytes scanned limit was exceeded";
        const stopped = { StartQueryExecution: [Started], GetQueryExecution: [state("CANCELLED", reason)] };
        await assert.rejects(athena(stopped).queries.ask(QUESTION, []), {
            name: "QueryFailed",
            message: `Athena ended query q1 as CANCELLED: ${reason}`,
        });
    });

    it("that somebody cancelled say so without a reason", async () => {
        const stopped = { StartQueryExecution: [Started], GetQueryExecution: [state("CANCELLED")] };
        await assert.rejects(athena(stopped).queries.ask(QUESTION, []), { message: /CANCELLED: no reason given$/ });
    });

    it("that are not done two minutes before the time is over are stopped", async () => {
        const slow = athena({ StartQueryExecution: [Started], GetQueryExecution: [state("RUNNING")] }, 150);
        await assert.rejects(slow.queries.ask(QUESTION, []), {
            name: "QueryTimedOut",
            message: "query q1 was still RUNNING at the end of the time; stopped",
        });
        assert.deepEqual(slow.calls.at(-1), ["StopQueryExecution", { QueryExecutionId: "q1" }]);
    });

    it("whose result is too long for the time say so", async () => {
        const long = athena({
            StartQueryExecution: [Started],
            GetQueryExecution: [state("SUCCEEDED")],
            GetQueryResults: [results([cells("a"), cells("1")], "more")],
        });
        const answer = await long.queries.ask(QUESTION, []);
        await long.spend(800_000);
        await assert.rejects(rowsOf(answer), {
            name: "QueryTimedOut",
            message: "the result of query q1 was not read in time",
        });
    });

    for (const busy of ["ThrottlingException", "TooManyRequestsException", "InternalServerException"]) {
        it(`wait for ${busy} to pass`, async () => {
            const throttled = athena({
                StartQueryExecution: [refused(busy), refused(busy), Started],
                GetQueryExecution: [refused(busy), state("SUCCEEDED")],
                GetQueryResults: [refused(busy), results([cells("a")])],
            });
            assert.deepEqual(await rowsOf(await throttled.queries.ask(QUESTION, [])), []);
        });
    }

    it("give up on a throttling without end in time to say so", async () => {
        const { queries } = athena({ StartQueryExecution: [refused("ThrottlingException", "slow down")] }, 150);
        await assert.rejects(queries.ask(QUESTION, []), { message: "slow down" });
    });

    it("do not repeat what can never succeed", async () => {
        const { queries, named } = athena({ StartQueryExecution: [refused("InvalidRequestException")] });
        await assert.rejects(queries.ask(QUESTION, []), { name: "InvalidRequestException" });
        assert.deepEqual(named(), ["StartQueryExecution"]);
    });

    it("give no columns and no rows where Athena gives none", async () => {
        const { queries } = athena({
            StartQueryExecution: [Started],
            GetQueryExecution: [{ QueryExecution: { Status: { State: "SUCCEEDED" } } }],
            GetQueryResults: [{}],
        });
        const answer = await queries.ask(QUESTION, []);
        assert.deepEqual([answer.columns, answer.scannedBytes, await rowsOf(answer)], [[], 0, []]);
    });
});
