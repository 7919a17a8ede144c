import { RedshiftDataClient } from "@aws-sdk/client-redshift-data";
import { type DataApiTarget, DataApiWarehouse } from "../../functions/adapters/data-api.ts";
import { type Clients, localClients } from "../../local/services/clients.ts";
import type { Ask } from "../../local/services/quicksight/copies.ts";
import type { Store } from "../../local/store/store.ts";

/** A statement's time on a laptop is what it is. */
const CLOCK = { hasTime: () => true, sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) };

/** Asks the warehouse of a stack, once both are up. */
export function askWarehouseOf(store: Store, runFile: string): { ask: Ask; close(): void } {
    let clients: Clients | undefined;
    let target: DataApiTarget | undefined;
    return {
        async ask(sql) {
            clients ??= localClients(runFile);
            target ??= await warehouseIn(store);
            return new DataApiWarehouse(clients.of(RedshiftDataClient), target, CLOCK).rows("a data set", sql);
        },
        close: () => clients?.close(),
    };
}

const WORKGROUP = "aws:redshiftserverless/workgroup:Workgroup";
const NAMESPACE = "aws:redshiftserverless/namespace:Namespace";

/** The stack's one warehouse. */
async function warehouseIn(store: Store): Promise<DataApiTarget> {
    const resources = await store.list();
    const inputsOf = (type: string) => resources.find((resource) => resource.type === type)?.inputs;
    const [group, space] = [inputsOf(WORKGROUP), inputsOf(NAMESPACE)];
    if (group === undefined || space === undefined) throw new Error("The stack has no warehouse.");
    return { workgroupName: String(group.workgroupName), database: String(space.dbName) };
}
