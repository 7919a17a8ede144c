import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { type LocalServices, startLocalServices } from "../../local/services/local-services.ts";
import { type QuickSight, serveQuickSight } from "../../local/services/quicksight/quicksight.ts";
import { startWarehouse } from "../../local/services/redshift-data/start.ts";
import { Store } from "../../local/store/store.ts";
import { engineEnvironment, fileBackend } from "../../tools/engine-environment.mjs";
import { paths } from "../../tools/paths.mjs";
import { UserError } from "../cli/user-error.ts";
import type { EngineStack } from "../engine/engine-stack.ts";
import { openStack } from "../engine/open-stack.ts";
import { askWarehouseOf } from "./ask-warehouse.ts";

/** The stack of the laptop. */
export const LOCAL = "local";

export interface LocalCloud {
    services: LocalServices;
    quickSight: Pick<QuickSight, "figures">;
    stack: EngineStack;
    /** Ends the services and removes the store and the state. */
    remove(): Promise<void>;
}

/** Where a local cloud keeps what it is made of. */
export interface CloudFolders {
    /** File backend of the engine. */
    state: string;
    /** Store of the stand-in providers. */
    store: string;
    /** Run file of the services. */
    servicesFile: string;
    /** Whether the services count requests, for benchmarks. */
    counting?: boolean;
}

/**
 * Starts the local services and opens the stack `local` on an empty store and an empty state. While one is open, a
 * second one in the same folders is refused.
 */
export async function openLocalCloud({
    state,
    store,
    servicesFile,
    counting = false,
}: CloudFolders = paths): Promise<LocalCloud> {
    const warehouse = await startWarehouse({ store, stack: LOCAL, runFile: servicesFile });
    const place = await account();
    const figures = askWarehouseOf(new Store(store, LOCAL), servicesFile);
    const quickSight = await serveQuickSight({ ...place, store, stack: LOCAL, ask: figures.ask });
    const answering = { "redshift-data": warehouse, quicksight: quickSight };
    const services = await startLocalServices({ ...place, runFile: servicesFile, answering, counting }).catch(
        async (error) => {
            await Promise.all([warehouse.stop(), quickSight.close()]);
            throw error;
        },
    );
    const empty = () => Promise.all([state, store].map((path) => rm(path, { recursive: true, force: true })));
    const remove = async () => {
        figures.close();
        await services.stop();
        await Promise.all([warehouse.stop(), quickSight.close()]);
        await empty();
    };
    try {
        // Nothing may be left of an earlier run: its data went with its services.
        await empty();
        await Promise.all([state, store].map((path) => mkdir(path, { recursive: true })));
        const environment = engineEnvironment({
            standIn: true,
            backendUrl: fileBackend(state),
            storeDir: store,
            servicesFile,
        });
        return {
            services,
            quickSight,
            stack: await openStack({ workDir: paths.root, stack: LOCAL, environment }),
            remove,
        };
    } catch (error) {
        await remove();
        throw error;
    }
}

/** Account and region of the stack `local`, which the services answer for. */
async function account(): Promise<{ accountId: string; region: string }> {
    const file = join(paths.root, `Pulumi.${LOCAL}.yaml`);
    const config = parse(await readFile(file, "utf8"))?.config ?? {};
    const accountId = config["aws:allowedAccountIds"]?.[0];
    const region = config["aws:region"];
    if (typeof accountId === "string" && typeof region === "string") return { accountId, region };
    throw new UserError(`${file} must say aws:region and, in aws:allowedAccountIds, the account as text.`);
}
