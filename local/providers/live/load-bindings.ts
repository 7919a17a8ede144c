import { createRequire } from "node:module";
import { join } from "node:path";
import type { LiveModules } from "./live-services.ts";

/**
 * Loads the bindings only when something must be mirrored: they bring the AWS clients, which a preview never needs. They
 * have a bundle of their own, which is asked for by path, so that it stays out of the provider's.
 */
export async function loadBindings(root: string): Promise<LiveModules> {
    const require = createRequire(join(root, "package.json"));
    const { load } = require("./tools/bundles/load.cjs") as { load(entry: string): LiveModules };
    return load("local/services/live-modules.ts");
}
