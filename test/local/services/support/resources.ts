import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { zipSync } from "fflate";
import { bindings, type LiveResource } from "../../../../local/services/bindings/index.ts";
import type { Clients } from "../../../../local/services/clients.ts";
import { accountId, region } from "./running-services.ts";

/** A resource as the store keeps it. */
export function resource(type: string, name: string, inputs: Record<string, unknown>, id = name): LiveResource {
    return { urn: `urn:pulumi:local::compliance-platform::${type}::${name}`, type, name, id, inputs, outputs: {} };
}

/** Creates it in the services through its binding. */
export async function create(made: LiveResource, clients: Clients): Promise<LiveResource> {
    const binding = bindings[made.type];
    if (binding === undefined) {
        throw new Error(`no binding for ${made.type}`);
    }
    await binding.create(made, clients);
    return made;
}

export const queueUrl = (name: string) => `https://sqs.${region}.amazonaws.com/${accountId}/${name}`;
export const queueArn = (name: string) => `arn:aws:sqs:${region}:${accountId}:${name}`;
export const roleArn = (name: string) => `arn:aws:iam::${accountId}:role/${name}`;

export function makeQueue(clients: Clients, name: string, inputs: Record<string, unknown> = {}): Promise<LiveResource> {
    return create(resource("aws:sqs/queue:Queue", name, { name, ...inputs }), clients);
}

export interface FunctionOptions {
    /** The body of an ES module that exports `handler`; may import AWS SDK clients. */
    readonly source: string;
    readonly statements?: readonly object[];
    readonly environment?: Record<string, string>;
    readonly timeout?: number;
    readonly folder: string;
}

/** A role with a policy, and a function that runs with it. */
export async function makeFunction(clients: Clients, name: string, options: FunctionOptions): Promise<LiveResource> {
    const { environment = {}, statements = [], timeout = 300 } = options;
    const trust = JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    });
    await create(resource("aws:iam/role:Role", name, { name, assumeRolePolicy: trust }), clients);
    if (statements.length > 0) {
        const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
        await create(resource("aws:iam/rolePolicy:RolePolicy", name, { name, role: name, policy }), clients);
    }
    const inputs = {
        name,
        role: roleArn(name),
        runtime: "nodejs22.x",
        handler: "index.handler",
        timeout,
        memorySize: 256,
        code: { path: await bundle(options.source, join(options.folder, `${name}.zip`)) },
        environment: { variables: environment },
    };
    return create(resource("aws:lambda/function:Function", name, inputs), clients);
}

/** One bundled ES module in a zip, as the program makes them. */
export async function bundle(source: string, path: string): Promise<string> {
    const built = await build({
        stdin: { contents: source, resolveDir: import.meta.dirname, loader: "ts" },
        bundle: true,
        format: "esm",
        platform: "node",
        minify: true,
        write: false,
        banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    });
    const contents = built.outputFiles[0]?.contents ?? new Uint8Array();
    writeFileSync(path, zipSync({ "index.mjs": contents }));
    return path;
}

/** Updates it in the services, as the provider does when inputs change. */
export async function update(
    before: LiveResource,
    inputs: Record<string, unknown>,
    clients: Clients,
): Promise<LiveResource> {
    const after = { ...before, inputs: { ...before.inputs, ...inputs } };
    await bindings[before.type]?.update(before, after, clients);
    return after;
}

export async function remove(made: LiveResource, clients: Clients): Promise<void> {
    await bindings[made.type]?.delete(made, clients);
}
