import { SOURCE } from "../../contract/transaction/identifiers.ts";
import type { Warehouse } from "../adapters/warehouse.ts";
import type { Loaded, Tally } from "./ports.ts";

const HOUR = /^\d{4}-\d\d-\d\dT\d\d$/;
const HOUR_MS = 60 * 60_000;
/** A parameter in the SQL: a colon and its name, but not the two colons of a cast. */
const PARAMETER = /(?<!:):([a-z]+)\b/g;

/** The warehouse answered what the SQL cannot give, or was to be asked what it could not answer. */
export class LoadedError extends Error {
    override readonly name = "LoadedError";
}

/** The statements of `analytics/warehouse` that ask what is loaded. */
export interface LoadedSql {
    byHour: string;
    ids: string;
}

export class WarehouseLoaded implements Loaded {
    readonly #warehouse: Warehouse;
    readonly #sql: LoadedSql;

    constructor(warehouse: Warehouse, sql: LoadedSql) {
        this.#warehouse = warehouse;
        this.#sql = sql;
    }

    async tallies(first: string, last: string): Promise<Map<string, Map<string, Tally>>> {
        const statement = filled(this.#sql.byHour, { since: startOf(first), before: endOf(last) });
        const tallies = new Map<string, Map<string, Tally>>();
        for (const [source, at, transactions, mark] of await this.#warehouse.rows(
            "counting what is loaded",
            statement,
        )) {
            const hour = String(at).replace(" ", "T");
            const tally = { count: Number(transactions), mark: Number(mark) };
            if (!HOUR.test(hour) || !Number.isInteger(tally.count) || !Number.isInteger(tally.mark)) {
                throw new LoadedError(`the warehouse counted ${transactions} with mark ${mark} at "${at}"`);
            }
            tallies.set(hour, (tallies.get(hour) ?? new Map()).set(String(source), tally));
        }
        return tallies;
    }

    async ids(hour: string, source: string): Promise<string[]> {
        if (!SOURCE.test(source)) throw new LoadedError("the ledger has a source that is no name");
        const statement = filled(this.#sql.ids, { source, since: startOf(hour), before: endOf(hour) });
        const rows = await this.#warehouse.rows("naming what is loaded", statement);
        return rows.map(([id]) => String(id));
    }
}

function startOf(hour: string): string {
    return timestamp(Date.parse(`${hour}:00:00.000Z`));
}

function endOf(hour: string): string {
    return timestamp(Date.parse(`${hour}:00:00.000Z`) + HOUR_MS);
}

function timestamp(ms: number): string {
    return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

/** Each value is one that this file made or tested, so quotes are all it takes. */
function filled(statement: string, values: Record<string, string>): string {
    return statement.replaceAll(PARAMETER, (_, name: string) => `'${values[name]}'`);
}
