import { createHash } from "node:crypto";
import {
    BatchExecuteStatementCommand,
    DescribeStatementCommand,
    type DescribeStatementResponse,
    type Field,
    GetStatementResultCommand,
    RedshiftDataClient,
} from "@aws-sdk/client-redshift-data";
import { clientOptions } from "./client-options.ts";
import { type Clock, CollisionError, failureOf, isPassing, type Warehouse } from "./warehouse.ts";

export function redshiftDataClient(): RedshiftDataClient {
    return new RedshiftDataClient(clientOptions);
}

export interface DataApiTarget {
    workgroupName: string;
    database: string;
    /** Secret of the user to log in as. Left out, the function's own role is the user. */
    secretArn?: string;
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 3_000;

/** Redshift through its Data API, which needs no connection and wakes a workgroup that sleeps. */
export class DataApiWarehouse implements Warehouse {
    readonly #client: Pick<RedshiftDataClient, "send">;
    readonly #target: DataApiTarget;
    readonly #clock: Clock;

    constructor(client: Pick<RedshiftDataClient, "send">, target: DataApiTarget, clock: Clock) {
        this.#client = client;
        this.#target = target;
        this.#clock = clock;
    }

    async run(what: string, statements: readonly string[], token?: string): Promise<void> {
        await this.#finished(what, statements, token);
    }

    async rows(what: string, statement: string): Promise<(string | number | undefined)[][]> {
        const { Id, SubStatements = [] } = await this.#finished(what, [statement]);
        const rows: (string | number | undefined)[][] = [];
        let NextToken: string | undefined;
        do {
            const command = new GetStatementResultCommand({ Id: SubStatements[0]?.Id ?? Id, NextToken });
            const page = await this.#client.send(command);
            rows.push(...(page.Records ?? []).map((record) => record.map(cellOf)));
            NextToken = page.NextToken;
        } while (NextToken !== undefined && NextToken !== "");
        return rows;
    }

    /** All statements as one transaction, again while what stands in the way passes by itself. */
    async #finished(what: string, statements: readonly string[], token?: string): Promise<DescribeStatementResponse> {
        let current = token;
        for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
            try {
                return await this.#once(what, statements, current);
            } catch (error) {
                if (!isPassing(error) || !this.#clock.hasTime(wait)) throw error;
                // What was undone has to begin anew; what only went unheard is asked for again.
                if (error instanceof CollisionError) current = successor(current);
                await this.#clock.sleep(wait);
            }
        }
    }

    async #once(
        what: string,
        statements: readonly string[],
        token: string | undefined,
    ): Promise<DescribeStatementResponse> {
        const { workgroupName: WorkgroupName, database: Database, secretArn: SecretArn } = this.#target;
        const command = new BatchExecuteStatementCommand({
            WorkgroupName,
            Database,
            SecretArn,
            Sqls: [...statements],
            ...(token !== undefined && { ClientToken: token }),
        });
        const { Id } = await this.#client.send(command);
        for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
            const described = await this.#client.send(new DescribeStatementCommand({ Id }));
            if (described.Status === "FINISHED") return described;
            if (described.Status === "FAILED" || described.Status === "ABORTED") {
                const failed = (described.SubStatements ?? []).findIndex(({ Status }) => Status === "FAILED");
                throw failureOf(what, statements[failed] ?? statements[0], described.Error ?? described.Status);
            }
            // Left alone it may still come to its end: the next run finds out and goes on from there.
            if (!this.#clock.hasTime(wait)) throw new Error(`${what}: the warehouse did not answer in time`);
            await this.#clock.sleep(wait);
        }
    }
}

/** The token of the next try: always the same after the same one, so that it can be asked for again, too. */
function successor(token: string | undefined): string | undefined {
    return token === undefined ? undefined : createHash("sha256").update(token).digest("hex");
}

function cellOf({ stringValue, longValue, doubleValue }: Field): string | number | undefined {
    return stringValue ?? longValue ?? doubleValue;
}
