import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answering } from "../../../../local/services/answering.ts";
import { type Clients, localClients } from "../../../../local/services/clients.ts";
import { type LocalServices, startLocalServices } from "../../../../local/services/local-services.ts";

export const accountId = "111122223333";
export const region = "eu-west-1";

export interface Running {
    readonly services: LocalServices;
    readonly clients: Clients;
    readonly folder: string;
    stop(): Promise<void>;
}

/** Services of one's own, for tests that leave out a correction, answer for a service, count, record or end them. */
export async function startServices(
    without: readonly string[] = [],
    answering: Readonly<Record<string, Answering>> = {},
    counting = false,
    issuers: Readonly<Record<string, string>> = {},
    elsewhere: Readonly<Record<string, string>> = {},
    permissions = false,
): Promise<Running> {
    const folder = mkdtempSync(join(tmpdir(), "local-services-test-"));
    const runFile = join(folder, "services.json");
    const services = await startLocalServices({
        ...{ accountId, region, runFile, answering, without, counting, permissions, issuers, elsewhere },
    });
    const clients = localClients(runFile);
    return {
        services,
        clients,
        folder,
        async stop() {
            clients.close();
            await services.stop();
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
