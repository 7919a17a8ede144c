import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { LiveModules } from "./live-services.ts";

/**
 * Loads the bindings only when something must be mirrored: they bring the AWS clients, which a preview never needs.
 * By path, so that they stay out of the provider's bundle.
 */
export async function loadBindings(root: string): Promise<LiveModules> {
    const services = join(root, "local", "services");
    const bindings = join(services, "bindings", "index.ts");
    if (!existsSync(bindings)) throw new Error(`services run, but ${bindings} is missing`);
    const { register } = await import("tsx/esm/api");
    register();
    const load = (path: string): Promise<unknown> => import(pathToFileURL(path).href);
    const [{ bindings: table }, { localClients }] = (await Promise.all([
        load(bindings),
        load(join(services, "clients.ts")),
    ])) as [Pick<LiveModules, "bindings">, Pick<LiveModules, "localClients">];
    return { bindings: table, localClients };
}
