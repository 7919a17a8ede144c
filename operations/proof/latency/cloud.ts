import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clients, localClients } from "../../../local/services/clients.ts";
import { type LocalCloud, openLocalCloud } from "../../start/local-cloud.ts";
import { type PlatformOutputs, platformOutputs } from "../../start/platform-outputs.ts";

/** The whole platform on this machine with its real bundles, and a gateway that counts. */
export interface CountingCloud {
    cloud: LocalCloud;
    clients: Clients;
    outputs: PlatformOutputs;
    folder: string;
}

/** Brings the platform up without a preview, lets the work be done in it, and takes it down. */
export async function inCountingCloud<Result>(work: (world: CountingCloud) => Promise<Result>): Promise<Result> {
    const folder = await mkdtemp(join(tmpdir(), "compliance-counting-"));
    const servicesFile = join(folder, "services.json");
    const cloud = await openLocalCloud({
        ...{ state: join(folder, "state"), store: join(folder, "store"), servicesFile },
        counting: true,
    });
    let clients: Clients | undefined;
    try {
        await cloud.stack.up();
        clients = localClients(servicesFile);
        return await work({ cloud, clients, outputs: await platformOutputs(cloud.stack), folder });
    } finally {
        clients?.close();
        await cloud.remove();
        await rm(folder, { recursive: true, force: true });
    }
}
