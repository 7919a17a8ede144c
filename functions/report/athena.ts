import {
    type AthenaClient,
    GetNamedQueryCommand,
    GetQueryExecutionCommand,
    GetQueryResultsCommand,
    type QueryExecution,
    StartQueryExecutionCommand,
    StopQueryExecutionCommand,
} from "@aws-sdk/client-athena";
import type { Answer, Queries, Question } from "./ports.ts";

/** A query did not end well, in Athena's words; its limit of data shows here, too. */
export class QueryFailed extends Error {
    override readonly name = "QueryFailed";
}

/** A query was not done in time, and was stopped. */
export class QueryTimedOut extends Error {
    override readonly name = "QueryTimedOut";
}

export interface Patience {
    remainingMs(): number;
    pause(ms: number): Promise<void>;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
/** What is kept to stop a query, to file what the others found, and to tell of it. */
const RESERVE_MS = 120_000;
/** The most that Athena gives at once. */
const PAGE_ROWS = 1000;
/** What passes by itself, after the SDK's own attempts. */
const BUSY = ["InternalServerException", "ThrottlingException", "TooManyRequestsException"];

/** The saved queries on Athena, by their ids. */
export class AthenaQueries implements Queries {
    readonly #client: Pick<AthenaClient, "send">;
    readonly #ids: Readonly<Record<string, string>>;
    readonly #patience: Patience;

    constructor(client: Pick<AthenaClient, "send">, ids: Readonly<Record<string, string>>, patience: Patience) {
        this.#client = client;
        this.#ids = ids;
        this.#patience = patience;
    }

    async question(name: string): Promise<Question> {
        const NamedQueryId = this.#ids[name];
        if (NamedQueryId === undefined) throw new QueryFailed(`no id of the saved query ${name} is in QUERIES`);
        const { NamedQuery } = await this.#patiently(() =>
            this.#client.send(new GetNamedQueryCommand({ NamedQueryId })),
        );
        const { QueryString: text, Database: database, WorkGroup: workgroup } = NamedQuery ?? {};
        if (!text || !database || !workgroup) throw new QueryFailed(`the saved query ${name} is not whole`);
        return { text, database, workgroup };
    }

    async ask({ text, database, workgroup }: Question, values: readonly string[]): Promise<Answer> {
        const command = new StartQueryExecutionCommand({
            QueryString: text,
            QueryExecutionContext: { Database: database },
            WorkGroup: workgroup,
            ExecutionParameters: values.map(literal),
        });
        const { QueryExecutionId = "" } = await this.#patiently(() => this.#client.send(command));
        const { Statistics } = await this.#finished(QueryExecutionId);
        const { columns, pages } = await this.#result(QueryExecutionId);
        return { columns, pages, scannedBytes: Statistics?.DataScannedInBytes ?? 0 };
    }

    async #finished(QueryExecutionId: string): Promise<QueryExecution> {
        for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
            const look = new GetQueryExecutionCommand({ QueryExecutionId });
            const { QueryExecution: execution = {} } = await this.#patiently(() => this.#client.send(look));
            const { State, StateChangeReason = "no reason given" } = execution.Status ?? {};
            if (State === "SUCCEEDED") return execution;
            if (State === "FAILED" || State === "CANCELLED") {
                throw new QueryFailed(`Athena ended query ${QueryExecutionId} as ${State}: ${StateChangeReason}`);
            }
            if (!this.#hasTime(wait)) {
                await this.#client.send(new StopQueryExecutionCommand({ QueryExecutionId }));
                throw new QueryTimedOut(`query ${QueryExecutionId} was still ${State} at the end of the time; stopped`);
            }
            await this.#patience.pause(wait);
        }
    }

    /** Its first row is the header. */
    async #result(QueryExecutionId: string): Promise<Pick<Answer, "columns" | "pages">> {
        const page = async (NextToken: string | undefined) => {
            const command = new GetQueryResultsCommand({ QueryExecutionId, MaxResults: PAGE_ROWS, NextToken });
            const { ResultSet, NextToken: next } = await this.#patiently(() => this.#client.send(command));
            const rows = (ResultSet?.Rows ?? []).map(({ Data = [] }) => Data.map((cell) => cell.VarCharValue ?? null));
            return { rows, next };
        };
        const first = await page(undefined);
        const [header = [], ...rows] = first.rows;
        const hasTime = () => this.#hasTime(0);
        async function* pages() {
            yield rows;
            for (let token = first.next; token !== undefined; ) {
                if (!hasTime()) throw new QueryTimedOut(`the result of query ${QueryExecutionId} was not read in time`);
                const { rows, next } = await page(token);
                yield rows;
                token = next;
            }
        }
        return { columns: header.map(String), pages: pages() };
    }

    async #patiently<Result>(call: () => Promise<Result>): Promise<Result> {
        for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
            try {
                return await call();
            } catch (error) {
                if (!(error instanceof Error && BUSY.includes(error.name)) || !this.#hasTime(wait)) throw error;
                await this.#patience.pause(wait);
            }
        }
    }

    #hasTime(ms: number): boolean {
        return this.#patience.remainingMs() > RESERVE_MS + ms;
    }
}

/** Athena takes a value as SQL, so a text needs its quotes. */
function literal(value: string): string {
    return `'${value.replaceAll("'", "''")}'`;
}
