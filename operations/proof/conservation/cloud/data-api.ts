import type { BatchExecuteStatementCommandInput } from "@aws-sdk/client-redshift-data";
import type { Chance } from "../stage/chance.ts";
import type { Warehouse } from "./warehouse.ts";

interface Statement {
    id: string;
    sqls: readonly string[];
    /** How often it is still asked after before it has ended. */
    asked: number;
    error?: string;
}

/** The Redshift Data API: the same token gives the same statement; a statement goes on whoever is gone. */
export class DataApi {
    readonly #warehouse: Pick<Warehouse, "run">;
    readonly #chance: Chance;
    readonly #statements = new Map<string, Statement>();
    readonly #byToken = new Map<string, Statement>();

    constructor(warehouse: Pick<Warehouse, "run">, chance: Chance) {
        this.#warehouse = warehouse;
        this.#chance = chance;
    }

    /** `fails`: what stands in the way of a transaction at its last statement, after which all of it is undone. */
    async answer(operation: string, input: object, fails: string | undefined): Promise<object> {
        if (operation === "BatchExecuteStatement") {
            return { Id: await this.#begin(input as BatchExecuteStatementCommandInput, fails) };
        }
        if (operation !== "DescribeStatement") throw new Error(`this Redshift does not know ${operation}`);
        const statement = this.#statements.get((input as { Id: string }).Id);
        if (statement === undefined) throw new Error("Query does not exist.");
        if (statement.asked-- > 0) return { Status: "STARTED" };
        return statement.error === undefined ? { Status: "FINISHED" } : { Status: "FAILED", Error: statement.error };
    }

    async #begin({ Sqls = [], ClientToken }: BatchExecuteStatementCommandInput, fails?: string): Promise<string> {
        const same = ClientToken === undefined ? undefined : this.#byToken.get(ClientToken);
        if (same !== undefined) return same.id;
        const statement: Statement = { id: this.#chance.uuid(), sqls: Sqls, asked: this.#chance.below(3) };
        this.#statements.set(statement.id, statement);
        if (ClientToken !== undefined) this.#byToken.set(ClientToken, statement);
        // What makes it fail is a statement too, so that everything before it was done and is undone.
        const sqls = fails === undefined ? Sqls : [...Sqls, `SELECT 1 / 0 -- ${fails}`];
        try {
            await this.#warehouse.run(sqls);
        } catch (error) {
            statement.error = fails ?? (error as Error).message;
        }
        return statement.id;
    }
}
