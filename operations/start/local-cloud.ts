import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { type LocalServices, startLocalServices } from "../../local/services/local-services.ts";
import { type RunningWarehouse, startWarehouse } from "../../local/services/redshift-data/start.ts";
import { engineEnvironment, fileBackend } from "../../tools/engine-environment.mjs";
import { paths } from "../../tools/paths.mjs";
import { UserError } from "../cli/user-error.ts";
import type { EngineStack } from "../engine/engine-stack.ts";
import { openStack } from "../engine/open-stack.ts";

/** The stack of the laptop. */
export const LOCAL = "local";

export interface LocalCloud {
    services: LocalServices;
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
    counting,
}: CloudFolders = paths): Promise<LocalCloud> {
    const warehouse = await startWarehouse({ store, stack: LOCAL, runFile: servicesFile });
    const services = await startServices(servicesFile, warehouse, counting);
    const empty = () => Promise.all([state, store].map((path) => rm(path, { recursive: true, force: true })));
    const remove = async () => {
        await services.stop();
        await warehouse.stop();
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
        return { services, stack: await openStack({ workDir: paths.root, stack: LOCAL, environment }), remove };
    } catch (error) {
        await remove();
        throw error;
    }
}

async function startServices(runFile: string, warehouse: RunningWarehouse, counting = false): Promise<LocalServices> {
    const { url, token } = warehouse;
    try {
        const answering = { "redshift-data": { url, token } };
        return await startLocalServices({ ...(await account()), runFile, answering, counting });
    } catch (error) {
        await warehouse.stop();
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
