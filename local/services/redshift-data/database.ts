import type { PGlite } from "@electric-sql/pglite";
import { CopyError, copyOf, FAILED, type ReadAs, rowsOf } from "./copy.ts";
import { translated } from "./dialect.ts";

/** What one statement found; no columns where it finds nothing. */
export interface Found {
    columns: { name: string; type: number }[];
    rows: unknown[][];
}

/** A statement of a transaction failed; all of it was undone. */
export class StatementFailure extends Error {
    override readonly name = "StatementFailure";
    /** Its place in the transaction. */
    readonly index: number;

    constructor(index: number, message: string) {
        super(message);
        this.index = index;
    }
}

/** Redshift in memory: one transaction after the other, each in the name of one user. */
export class Database {
    readonly #postgres: Promise<PGlite>;
    readonly #read: ReadAs;
    #last: Promise<unknown> = Promise.resolve();

    constructor(postgres: Promise<PGlite>, read: ReadAs) {
        this.#postgres = postgres;
        this.#read = read;
    }

    /** All statements or none. `user` is undefined for the administrator; a new one is made when he first comes. */
    transaction(statements: readonly string[], user?: string): Promise<Found[]> {
        const turn = this.#last.then(() => this.#run(statements, user));
        this.#last = turn.catch(() => undefined);
        return turn;
    }

    async #run(statements: readonly string[], user: string | undefined): Promise<Found[]> {
        const postgres = await this.#postgres;
        if (user !== undefined) await login(postgres, user);
        await postgres.exec(user === undefined ? "BEGIN" : `BEGIN; SET LOCAL ROLE "${user}"`);
        const found: Found[] = [];
        try {
            for (const statement of statements) found.push(await this.#one(postgres, statement));
            await postgres.exec("COMMIT");
            return found;
        } catch (error) {
            await postgres.exec("ROLLBACK");
            throw new StatementFailure(found.length, `ERROR: ${(error as Error).message}`);
        }
    }

    async #one(postgres: PGlite, statement: string): Promise<Found> {
        const copy = copyOf(statement);
        if (copy !== undefined) {
            const rows = JSON.stringify(await rowsOf(copy, this.#read));
            const insert = `INSERT INTO ${copy.table} SELECT * FROM jsonb_populate_recordset(NULL::${copy.table}, $1::JSONB)`;
            await postgres.query(insert, [rows]).catch(() => {
                throw new CopyError(FAILED);
            });
            return { columns: [], rows: [] };
        }
        const { fields, rows } = await postgres.query<unknown[]>(translated(statement), [], { rowMode: "array" });
        return { columns: fields.map(({ name, dataTypeID: type }) => ({ name, type })), rows };
    }
}

async function login(postgres: PGlite, user: string): Promise<void> {
    if (!/^[\w:+=,.@-]{1,128}$/.test(user)) throw new Error(`${user} cannot be the name of a user`);
    const { rows } = await postgres.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [user]);
    if (rows.length === 0) await postgres.exec(`CREATE USER "${user}"`);
}
