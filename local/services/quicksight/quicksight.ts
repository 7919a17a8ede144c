import { RedshiftDataClient } from "@aws-sdk/client-redshift-data";
import { type DataApiTarget, DataApiWarehouse } from "../../../functions/adapters/data-api.ts";
import { Store } from "../../store/store.ts";
import { type AnsweringServer, answerCalls } from "../answering.ts";
import { type Clients, localClients } from "../clients.ts";
import { type Cell, Copies, type Row } from "./copies.ts";
import { operate } from "./operations.ts";
import { type DataSet, provisioned } from "./provisioned.ts";

export interface QuickSightOptions {
    readonly accountId: string;
    readonly region: string;
    /** Store of the stand-in providers, and the stack whose dashboards it shows. */
    readonly store: string;
    readonly stack: string;
    /** Run file of the local services, which come up later than this. */
    readonly runFile: string;
}

/** A data set's rows, and when they were copied. */
export interface Figures {
    readonly rows: readonly Row[];
    readonly at: Date | undefined;
}

export interface QuickSight extends AnsweringServer {
    /** What a dashboard is drawn from; people see it in QuickSight's own pages, so no operation of its API gives it. */
    figures(dataSetArn: string): Promise<Figures>;
}

/** A statement's time on a laptop is what it is. */
const CLOCK = { hasTime: () => true, sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) };

/** QuickSight on the loopback: the dashboards that the program provisions, and copies of what they read. */
export async function serveQuickSight(options: QuickSightOptions): Promise<QuickSight> {
    const { accountId, region, runFile } = options;
    const store = new Store(options.store, options.stack);
    let clients: Clients | undefined;
    const ask = async (sql: string): Promise<Cell[][]> => {
        clients ??= localClients(runFile);
        const warehouse = new DataApiWarehouse(clients.of(RedshiftDataClient), await warehouseIn(store), CLOCK);
        return warehouse.rows("a data set", sql);
    };
    const copies = new Copies(ask);
    const server = await answerCalls((call) =>
        operate(call, { accountId, region, copies, provisioned: () => provisioned(store) }),
    );
    return {
        ...server,
        async figures(dataSetArn) {
            const { dataSets } = await provisioned(store);
            const dataSet = dataSets.find(({ arn }: DataSet) => arn === dataSetArn);
            if (dataSet === undefined) throw new Error(`There is no data set ${dataSetArn}.`);
            return copies.rows(dataSet);
        },
        async close() {
            await server.close();
            clients?.close();
        },
    };
}

const WORKGROUP = "aws:redshiftserverless/workgroup:Workgroup";
const NAMESPACE = "aws:redshiftserverless/namespace:Namespace";

/** The stack's one warehouse, which all its data sets read. */
async function warehouseIn(store: Store): Promise<DataApiTarget> {
    const resources = await store.list();
    const inputsOf = (type: string) => resources.find((resource) => resource.type === type)?.inputs;
    const [group, space] = [inputsOf(WORKGROUP), inputsOf(NAMESPACE)];
    if (group === undefined || space === undefined) throw new Error("The stack has no warehouse.");
    return { workgroupName: String(group.workgroupName), database: String(space.dbName) };
}
