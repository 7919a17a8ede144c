import { Store } from "../../store/store.ts";
import { type AnsweringServer, answerCalls } from "../answering.ts";
import { type Ask, Copies, type Row } from "./copies.ts";
import { operate } from "./operations.ts";
import { type DataSet, provisioned } from "./provisioned.ts";

export interface QuickSightOptions {
    readonly accountId: string;
    readonly region: string;
    /** Store of the stand-in providers, and the stack whose dashboards it shows. */
    readonly store: string;
    readonly stack: string;
    /** Asks the stack's warehouse. */
    readonly ask: Ask;
}

/** A data set's rows, and when they were copied. */
export interface Figures {
    readonly rows: readonly Row[];
    readonly at: Date | undefined;
}

export interface QuickSight extends AnsweringServer {
    /** What a dashboard is drawn from; people see it in QuickSight's own pages, so no operation of its API gives it. */
    figures(dataSetArn: string): Promise<Figures>;
    /** What became of each copy. */
    copies(): { dataSet: string; status: string; rows: number }[];
}

/** QuickSight on the loopback: the dashboards that the program provisions, and copies of what they read. */
export async function serveQuickSight(options: QuickSightOptions): Promise<QuickSight> {
    const { accountId, region, ask } = options;
    const store = new Store(options.store, options.stack);
    const copies = new Copies(ask);
    const server = await answerCalls((call) =>
        operate(call, { accountId, region, copies, provisioned: () => provisioned(store) }),
    );
    return {
        ...server,
        copies: () =>
            copies.all().map(([dataSet, { IngestionStatus: status = "", RowInfo }]) => {
                return { dataSet, status, rows: Number(RowInfo?.RowsIngested ?? 0) };
            }),
        async figures(dataSetArn) {
            const { dataSets } = await provisioned(store);
            const dataSet = dataSets.find(({ arn }: DataSet) => arn === dataSetArn);
            if (dataSet === undefined) throw new Error(`There is no data set ${dataSetArn}.`);
            return copies.rows(dataSet);
        },
    };
}
