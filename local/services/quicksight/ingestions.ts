import { type AnsweringServer, answerCalls, ServiceError } from "../answering.ts";

/** One copy of a data set. */
export interface Copied {
    readonly dataSet: string;
    readonly id: string;
    readonly status: "COMPLETED" | "FAILED";
    /** Rows that were read, where it succeeded. */
    readonly rows: number;
    readonly failure?: string;
    /** In seconds since 1970. */
    readonly createdAt: number;
}

/** Reads what a data set shows; how many rows that are. */
export type CopyDataSet = (dataSetId: string) => Promise<number>;

export interface QuickSight extends AnsweringServer {
    /** Every copy, the newest last. */
    copies(): readonly Copied[];
}

const PATH = /^\/accounts\/(\d{12})\/data-sets\/([^/]+)\/ingestions(?:\/([^/?]+))?/;

/** The part of QuickSight that copies data sets, on the loopback. A copy is over before it is answered. */
export async function serveQuickSight(copy: CopyDataSet): Promise<QuickSight> {
    const copies: Copied[] = [];
    const server = await answerCalls(async ({ method, path }) => {
        const [, account = "", dataSet = "", id] = PATH.exec(path) ?? [];
        const known = copies.filter((one) => one.dataSet === dataSet);
        if (id === undefined) return { body: { Ingestions: known.map((one) => described(one, account)).reverse() } };
        if (method === "PUT") {
            if (known.some((one) => one.id === id)) {
                throw new ServiceError("ResourceExistsException", `Ingestion ${id} exists.`, { status: 409 });
            }
            const made = await carriedOut(dataSet, id, copy);
            copies.push(made);
            return { body: { IngestionId: id, IngestionStatus: made.status } };
        }
        const found = known.find((one) => one.id === id);
        if (found !== undefined) return { body: { Ingestion: described(found, account) } };
        throw new ServiceError("ResourceNotFoundException", `Ingestion ${id} is not there.`, { status: 404 });
    });
    return { url: server.url, token: server.token, close: () => server.close(), copies: () => copies };
}

async function carriedOut(dataSet: string, id: string, copy: CopyDataSet): Promise<Copied> {
    const begun = { dataSet, id, createdAt: Date.now() / 1000 };
    try {
        return { ...begun, status: "COMPLETED", rows: await copy(dataSet) };
    } catch (error) {
        return { ...begun, status: "FAILED", rows: 0, failure: (error as Error).message };
    }
}

function described({ id, status, rows, failure, createdAt }: Copied, account: string) {
    return {
        Arn: `arn:aws:quicksight:${account}:ingestion/${id}`,
        IngestionId: id,
        IngestionStatus: status,
        CreatedTime: createdAt,
        RowInfo: { RowsIngested: rows, RowsDropped: 0 },
        ...(failure && { ErrorInfo: { Type: "SQL_EXCEPTION", Message: failure } }),
    };
}
