import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { LiveModules } from "./live-services.ts";

/**
 * Loads the bindings only when something must be mirrored: they bring the AWS clients, which a preview never needs.
 * By path, so that they stay out of the provider's bundle.
 */
export async function loadBindings(root: string): Promise<LiveModules> {
    const services = join(root, "local", "services");
    const bindings = join(services, "bindings", "index.ts");
    if (!existsSync(bindings)) throw new Error(`services run, but ${bindings} is missing`);
    const require = createRequire(bindings);
    require("tsx/cjs/api").register();
    const { bindings: table }: Pick<LiveModules, "bindings"> = require(bindings);
    const { localClients }: Pick<LiveModules, "localClients"> = require(join(services, "clients.ts"));
    return { bindings: table, localClients };
}
