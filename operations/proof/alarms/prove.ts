import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localClients } from "../../../local/services/clients.ts";
import { startLocalServices } from "../../../local/services/local-services.ts";
import { type AlarmsOfStack, provisionAlarms } from "./alarms-of.ts";
import { type Drilled, drillAlarms } from "./drill.ts";

/** Every alarm of a program, raised and ended in services of their own. */
export async function proveAlarms(program: AlarmsOfStack): Promise<Drilled[]> {
    const folder = await mkdtemp(join(tmpdir(), "compliance-alarms-"));
    const runFile = join(folder, "services.json");
    const { accountId, region } = program;
    try {
        const services = await startLocalServices({ accountId, region, runFile });
        const clients = localClients(runFile);
        try {
            await provisionAlarms(program, clients);
            return await drillAlarms(clients);
        } finally {
            clients.close();
            await services.stop();
        }
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}
