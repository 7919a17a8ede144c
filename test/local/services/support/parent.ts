/** A parent to kill: starts the services without the corrections named, with one busy function, and waits. */
import { invoke } from "./calls.ts";
import { makeFunction } from "./resources.ts";
import { startServices } from "./running-services.ts";

const { services, clients, folder } = await startServices(process.argv.slice(2));
const source =
    "setInterval(() => undefined, 1000); export const handler = async () => [process.pid, process.env.TMPDIR];";
await makeFunction(clients, "lingering", { source, folder });
const [worker, workFolder] = (await invoke(clients, "lingering")) as [number, string];
process.stdout.write(
    `${JSON.stringify({ pid: services.pid, endpoint: services.endpoint, worker, workFolder, folder })}\n`,
);
setInterval(() => undefined, 1000);
