import type { Ingestion } from "@aws-sdk/client-quicksight";
import type { DataSet } from "./provisioned.ts";

/** A value as the warehouse gives it; nothing where it is null. */
export type Cell = string | number | undefined;
export type Row = Readonly<Record<string, Cell>>;
/** Answers a question to the warehouse. */
export type Ask = (sql: string) => Promise<Cell[][]>;

/** Times are numbers on this wire: seconds. */
export type Copy = Omit<Ingestion, "CreatedTime"> & { IngestionId: string; CreatedTime: number };

interface Kept {
    readonly copies: Copy[];
    rows: readonly Row[];
    at: Date | undefined;
}

/** SPICE: what was copied of each data set, and each copy with what became of it. */
export class Copies {
    readonly #ask: Ask;
    readonly #kept = new Map<string, Kept>();
    readonly #running = new Map<string, Promise<void>>();

    constructor(ask: Ask) {
        this.#ask = ask;
    }

    /** Every copy of every data set, by the data set's id. */
    all(): [string, Copy][] {
        return [...this.#kept].flatMap(([id, { copies }]) => copies.map((copy): [string, Copy] => [id, copy]));
    }

    /** The newest first. */
    of({ id }: DataSet): readonly Copy[] {
        return [...this.#of(id).copies].reverse();
    }

    /** The copy of this id; nothing while another one runs. */
    start(dataSet: DataSet, IngestionId: string, now: Date): Copy | undefined {
        const { copies } = this.#of(dataSet.id);
        const known = copies.find((copy) => copy.IngestionId === IngestionId);
        if (known !== undefined) return known;
        if (this.#running.has(dataSet.id)) return undefined;
        const copy: Copy = {
            Arn: `${dataSet.arn}/ingestion/${IngestionId}`,
            IngestionId,
            IngestionStatus: "RUNNING",
            CreatedTime: now.getTime() / 1000,
            RequestSource: "MANUAL",
            RequestType: "FULL_REFRESH",
        };
        copies.push(copy);
        const done = this.#copied(dataSet, copy, now).finally(() => this.#running.delete(dataSet.id));
        this.#running.set(dataSet.id, done);
        return copy;
    }

    /** Rows of the last copy that was completed, and when it was made; of a data set that is not copied, those of now. */
    async rows(dataSet: DataSet): Promise<{ rows: readonly Row[]; at: Date | undefined }> {
        if (dataSet.importMode === "DIRECT_QUERY") return { rows: await this.#read(dataSet), at: new Date() };
        await this.#running.get(dataSet.id);
        const { rows, at } = this.#of(dataSet.id);
        return { rows, at };
    }

    async #copied(dataSet: DataSet, copy: Copy, now: Date): Promise<void> {
        const kept = this.#of(dataSet.id);
        try {
            kept.rows = await this.#read(dataSet);
            kept.at = now;
            copy.IngestionStatus = "COMPLETED";
            copy.RowInfo = { RowsIngested: kept.rows.length, RowsDropped: 0, TotalRowsInDataset: kept.rows.length };
        } catch (error) {
            copy.IngestionStatus = "FAILED";
            copy.ErrorInfo = { Type: "SQL_EXCEPTION", Message: error instanceof Error ? error.message : String(error) };
        }
    }

    async #read({ sql, columns }: DataSet): Promise<Row[]> {
        const rows = await this.#ask(sql);
        return rows.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index]])));
    }

    #of(id: string): Kept {
        const kept = this.#kept.get(id) ?? { copies: [], rows: [], at: undefined };
        this.#kept.set(id, kept);
        return kept;
    }
}
