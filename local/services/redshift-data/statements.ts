import { randomUUID } from "node:crypto";
import { ServiceError } from "../answering.ts";
import { type Database, type Found, StatementFailure } from "./database.ts";

export type Status = "SUBMITTED" | "STARTED" | "FINISHED" | "FAILED" | "ABORTED";

/** What was asked for, by whom. */
export interface Submission {
    /** Whoever asked; nobody else learns of it. */
    owner: string;
    /** User of the database; undefined for the administrator. */
    user: string | undefined;
    statements: string[];
    /** Whether it was asked for as a batch, so that each statement has a state of its own. */
    batch: boolean;
    token?: string | undefined;
    workgroup: string;
    database: string;
}

export interface Statement extends Submission {
    id: string;
    status: Status;
    error?: string;
    /** Place of the statement that failed. */
    failed?: number;
    found: Found[];
    /** Milliseconds since 1970. */
    createdAt: number;
    updatedAt: number;
}

/** AWS gives the same statement for the same token within eight hours; nothing here runs longer. */
export class Statements {
    readonly #database: Database;
    readonly #known = new Map<string, Statement>();
    readonly #byToken = new Map<string, Statement>();

    constructor(database: Database) {
        this.#database = database;
    }

    /** Begins it, unless its token began it before. */
    submit(submission: Submission): Statement {
        const { token, owner } = submission;
        const same = token === undefined ? undefined : this.#byToken.get(`${owner} ${token}`);
        if (same !== undefined) return same;
        const now = Date.now();
        const statement: Statement = {
            ...submission,
            id: randomUUID(),
            status: "SUBMITTED",
            found: [],
            createdAt: now,
            updatedAt: now,
        };
        this.#known.set(statement.id, statement);
        if (token !== undefined) this.#byToken.set(`${owner} ${token}`, statement);
        this.#run(statement).catch(() => undefined);
        return statement;
    }

    /** The statement of this id, of a part of it too, and the place of that part. */
    find(given: string, owner: string): { statement: Statement; part: number | undefined } {
        const [id = "", part] = given.split(":");
        const statement = this.#known.get(id);
        if (statement === undefined || statement.owner !== owner) {
            throw new ServiceError("ResourceNotFoundException", "Query does not exist.");
        }
        return { statement, part: part === undefined ? undefined : Number(part) - 1 };
    }

    of(owner: string): Statement[] {
        return [...this.#known.values()].filter((statement) => statement.owner === owner);
    }

    async #run(statement: Statement): Promise<void> {
        statement.status = "STARTED";
        try {
            statement.found = await this.#database.transaction(statement.statements, statement.user);
            statement.status = "FINISHED";
        } catch (error) {
            statement.error = (error as Error).message;
            if (error instanceof StatementFailure) statement.failed = error.index;
            statement.status = "FAILED";
        }
        statement.updatedAt = Date.now();
    }
}
