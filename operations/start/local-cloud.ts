import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { type Azure, type AzurePlace, startAzure } from "../../local/azure/azure.ts";
import type { Answering } from "../../local/services/answering.ts";
import { localClients } from "../../local/services/clients.ts";
import { type DataPipeline, serveDataPipeline } from "../../local/services/data-pipeline/data-pipeline.ts";
import { tellBySns } from "../../local/services/data-pipeline/tell-by-sns.ts";
import { type EmrServerless, serveEmrServerless } from "../../local/services/emr-serverless/job-runs.ts";
import { type LocalServices, startLocalServices } from "../../local/services/local-services.ts";
import { type QuickSight, serveQuickSight } from "../../local/services/quicksight/quicksight.ts";
import { startWarehouse } from "../../local/services/redshift-data/start.ts";
import { type LocalScheduler, localScheduler } from "../../local/services/scheduler/local-scheduler.ts";
import { Store } from "../../local/store/store.ts";
import { engineEnvironment, fileBackend } from "../../tools/engine-environment.mjs";
import { paths } from "../../tools/paths.mjs";
import { UserError } from "../cli/user-error.ts";
import type { EngineStack } from "../engine/engine-stack.ts";
import { openStack } from "../engine/open-stack.ts";
import { askWarehouseOf } from "./ask-warehouse.ts";
import { type Orchestrator, writeConfiguration } from "./batch/orchestrators.ts";

/** The stack of the laptop. */
export const LOCAL = "local";

/** A poll ends soon: whoever calls the worker has the next call ready. */
const POLL_MS = 200;
/** What a retry waits of its minutes: nothing here passes by waiting. */
const HASTE = 0.001;

export interface LocalCloud {
    services: LocalServices;
    /** What was asked of Spark, what people see of QuickSight, and the pipelines. */
    spark: EmrServerless;
    quickSight: Pick<QuickSight, "figures" | "copies">;
    dataPipeline: DataPipeline;
    /** What starts workflows by the clock. */
    scheduler: Pick<LocalScheduler, "advance">;
    stack: EngineStack;
    /** The other side of the exchange. */
    azure: Azure;
    /** Resolves when a process of it ends although nobody asked for it; from then on nothing can be relied on. */
    broken: Promise<Error>;
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
    /** Whether the services record which permission each call used. */
    permissions?: boolean;
    /** What runs the batch side. Default: what the settings say. */
    orchestrator?: Orchestrator;
    /** Time by which pipelines go, in milliseconds since 1970. Default: this machine's. */
    now?: () => number;
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
    permissions = false,
    orchestrator,
    now = Date.now,
}: CloudFolders = paths): Promise<LocalCloud> {
    const { azure: there, ...place } = await placeOf();
    const [azure, warehouse] = await Promise.all([
        startAzure(there),
        startWarehouse({ store, stack: LOCAL, runFile: servicesFile }),
    ]);
    const figures = askWarehouseOf(new Store(store, LOCAL), servicesFile);
    const quickSight = await serveQuickSight({ ...place, store, stack: LOCAL, ask: figures.ask });
    const spark = await serveEmrServerless();
    const dataPipeline = await serveDataPipeline({ pollMs: POLL_MS, haste: HASTE, now, tell: tellBySns(servicesFile) });
    const scheduler = localScheduler(new Store(store, LOCAL), servicesFile);
    const stopAnswering = async () => {
        await Promise.all([warehouse.stop(), spark.close(), quickSight.close(), dataPipeline.close(), azure.close()]);
    };
    const at = ({ url, token }: Answering): Answering => ({ url, token });
    const answering = {
        "redshift-data": at(warehouse),
        "emr-serverless": at(spark),
        quicksight: at(quickSight),
        datapipeline: at(dataPipeline),
    };
    const settings = { ...place, runFile: servicesFile, answering, counting, permissions, ...azure.forServices };
    const services = await startLocalServices(settings).catch(async (error) => {
        await stopAnswering();
        throw error;
    });
    const empty = () => Promise.all([state, store].map((path) => rm(path, { recursive: true, force: true })));
    const remove = async () => {
        figures.close();
        scheduler.close();
        await services.stop();
        await stopAnswering();
        await empty();
    };
    try {
        // Nothing may be left of an earlier run: its data went with its services.
        await empty();
        await Promise.all([state, store].map((path) => mkdir(path, { recursive: true })));
        const clients = localClients(servicesFile);
        await azure.trustTenant(clients).finally(() => clients.close());
        const environment = engineEnvironment({
            standIn: true,
            backendUrl: fileBackend(state),
            storeDir: store,
            servicesFile,
        });
        const configFile = orchestrator && (await writeConfiguration(state, LOCAL, orchestrator));
        const named = { workDir: paths.root, stack: LOCAL, environment };
        const stack = await openStack({ ...named, ...(configFile && { configFile }) });
        const broken = firstLost([services.ended, warehouse.ended, services.lostContainer]);
        return { services, spark, quickSight, dataPipeline, scheduler, stack, azure, broken, remove };
    } catch (error) {
        await remove();
        throw error;
    }
}

/** The first of these that ended for a reason; those that were asked to end have none. */
function firstLost(ends: readonly Promise<Error | undefined>[]): Promise<Error> {
    return new Promise((resolve) => {
        for (const end of ends) void end.then((why) => why && resolve(why));
    });
}

interface Place {
    accountId: string;
    region: string;
    azure: AzurePlace;
}

/** What the stack `local` says of who and where, which the services answer for. */
async function placeOf(): Promise<Place> {
    const file = join(paths.root, `Pulumi.${LOCAL}.yaml`);
    const config = parse(await readFile(file, "utf8"))?.config ?? {};
    const said = {
        accountId: config["aws:allowedAccountIds"]?.[0],
        region: config["aws:region"],
        tenantId: config["azure-native:tenantId"],
        appUri: config["compliance-platform:exchangeAppUri"],
        awsIssuer: config["compliance-platform:awsTokenIssuer"],
    };
    const wrong = Object.entries(said).filter(([, value]) => typeof value !== "string");
    if (wrong.length > 0) {
        throw new UserError(
            `${file} must say, as text, aws:region, aws:allowedAccountIds, azure-native:tenantId and, of compliance-platform, exchangeAppUri and awsTokenIssuer.`,
        );
    }
    const { accountId, region, ...azure } = said;
    return { accountId, region, azure };
}
