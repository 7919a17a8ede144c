import { readFileSync } from "node:fs";
import { join } from "node:path";
import { quickenStructs } from "../../tools/wire/quick-structs.mjs";
import { refusalToRun } from "./guard.ts";
import { LiveServices } from "./live/live-services.ts";
import { loadBindings } from "./live/load-bindings.ts";
import { packages } from "./packages/index.ts";
import { serve } from "./server.ts";

const PARENT_CHECK_MILLISECONDS = 1000;

/** Runs the stand-in for one provider package; `root` is the repository. Says its port on stdout, as plugins do. */
export async function main(name: string, root: string): Promise<void> {
    const refusal = refusalToRun(process.env);
    if (refusal !== undefined) return fail(`pulumi-resource-${name}: ${refusal}`);
    const provider = packages[name];
    if (provider === undefined) return fail(`the local cloud has no stand-in for the provider ${name}`);
    const { COMPLIANCE_STORE: storeRoot = join(root, ".platform", "store"), COMPLIANCE_SERVICES_FILE: runFile } =
        process.env;
    const live = new LiveServices(runFile, () => loadBindings(root));
    const version = installedVersion(root, name);
    const childVersion = provider.componentsOf === undefined ? "" : installedVersion(root, provider.componentsOf);
    const session = { provider, version, childVersion, storeRoot, live, cloud: provider.cloud({}) };
    quickenStructs();
    const { port } = await serve(session);
    process.stdout.write(`${port}\n`);
    endWithParent(process.ppid);
}

/** An engine that was killed cannot end its providers, and they must not stay behind. */
function endWithParent(parent: number): void {
    setInterval(() => process.ppid !== parent && process.exit(), PARENT_CHECK_MILLISECONDS).unref();
}

/** The engine warns when a provider is older than the SDK that the program uses. */
function installedVersion(root: string, name: string): string {
    const path = join(root, "node_modules", "@pulumi", name, "package.json");
    return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

function fail(message: string): void {
    process.stderr.write(`${message}\n`);
    process.exitCode = 1;
}
