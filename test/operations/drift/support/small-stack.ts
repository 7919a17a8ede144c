import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { edited } from "../../../../local/store/edit.ts";
import { lookUp } from "../../../../local/store/lookup.ts";
import { Store, type StoredResource } from "../../../../local/store/store.ts";
import type { Properties, Value } from "../../../../local/store/value.ts";
import { type Engine, importState } from "../../../../operations/drift/look/engine.ts";
import type { StateResource } from "../../../../operations/drift/state/deployment.ts";
import { writeEmptyStack } from "../../../../operations/engine/write-empty-stack.ts";
import { engineEnvironment, fileBackend } from "../../../../tools/engine-environment.mjs";
import { paths } from "../../../../tools/paths.mjs";
import { resourceAt } from "./drill.ts";
import { prodState } from "./prod-state.ts";

/** Some of each cloud are enough to ask an engine about. */
const KEPT = [
    "aws:sqs/queue:Queue::bulk",
    "aws:sns/topic:Topic::fraud",
    "aws:redshiftserverless/namespace:Namespace::warehouse",
    "azure-native:resources:ResourceGroup::exchange",
    "azure-native:storage:StorageAccount::exchange",
];

export const CANARY = "canary-b41f-secret";

/** A stack `local` of a few resources of both clouds, in a state and in a store, as a local cloud in a folder of its own. */
export class SmallStack {
    readonly folder: string;
    readonly store: Store;
    readonly engine: Engine;

    private constructor(folder: string) {
        this.folder = folder;
        this.store = new Store(join(folder, "store"), "local");
        const backendUrl = fileBackend(join(folder, "state"));
        const env = engineEnvironment({ standIn: true, backendUrl, storeDir: join(folder, "store") });
        this.engine = { stack: "local", cwd: paths.root, env };
    }

    static async make(): Promise<SmallStack> {
        const small = new SmallStack(mkdtempSync(join(tmpdir(), "small-stack-")));
        mkdirSync(join(small.folder, "state"));
        const resources = resourcesOf(await prodState());
        for (const { urn, type, id = "", custom, inputs = {}, outputs = {} } of resources) {
            if (!custom || type.startsWith("pulumi:")) continue;
            const both = { inputs: asStored(inputs), outputs: asStored(outputs) };
            await small.store.put({
                urn,
                type,
                id,
                name: nameOf(urn),
                ...both,
                createdAt: "",
                seed: urn,
                generation: 0,
            });
        }
        await small.import(resources);
        return small;
    }

    /** Puts another state into the backend, as an update would leave it. */
    async import(resources: readonly StateResource[]): Promise<void> {
        await writeEmptyStack(paths.root, "local", this.engine.env.PULUMI_BACKEND_URL ?? "");
        const { encryptionsalt: salt } = parse(readFileSync(join(paths.root, "Pulumi.local.yaml"), "utf8"));
        const file = join(this.folder, "import.json");
        const deployment = {
            manifest: { time: new Date().toISOString(), magic: "", version: "" },
            secrets_providers: { type: "passphrase", state: { salt } },
            resources,
        };
        writeFileSync(file, JSON.stringify({ version: 3, deployment }));
        await importState(this.engine, file);
        rmSync(file);
    }

    /** Changes a property in the cloud, behind the program's back. */
    async edit(resource: string, path: string, value: Value): Promise<void> {
        await this.store.put(edited(await this.held(resource), path, value));
    }

    async held(resource: string): Promise<StoredResource> {
        return lookUp(await this.store.list(), resource);
    }

    /** File in which the store keeps a resource. */
    async fileOf(resource: string): Promise<string> {
        const { urn } = await this.held(resource);
        const files = readdirSync(this.store.folder).map((name) => join(this.store.folder, name));
        const file = files.find((path) => readFileSync(path, "utf8").includes(JSON.stringify(urn)));
        if (file === undefined) throw new Error(`no file holds ${urn}`);
        return file;
    }

    remove(): void {
        rmSync(this.folder, { recursive: true, force: true });
    }
}

/** The state of what is kept: no component, nothing that depends on what is left out, and a secret. */
function resourcesOf(prod: readonly StateResource[]): StateResource[] {
    const here = (urn = "") =>
        urn.replace("urn:pulumi:prod::", "urn:pulumi:local::").replace(/::[^:]*\$([^$]*::)/, "::$1");
    const providers = prod
        .filter(({ type }) => /^pulumi:providers:(aws|azure-native)$/.test(type))
        .map(({ parent: _, ...provider }) => ({ ...provider, urn: here(provider.urn), id: randomUUID() }));
    const kept = KEPT.map((on) => {
        const { urn, type, id = "", custom = true, inputs = {}, outputs = {}, protect = false } = resourceAt(prod, on);
        const by = providers.find((provider) => provider.type === `pulumi:providers:${type.split(":")[0]}`);
        const resource: StateResource = { urn: here(urn), type, id, custom, inputs, outputs, protect };
        return { ...resource, provider: `${by?.urn}::${by?.id}` };
    });
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
    const [queue] = kept;
    if (queue === undefined) throw new Error("no queue is kept");
    const hidden: Properties = { ...secret, plaintext: JSON.stringify(CANARY) };
    return [
        ...providers,
        ...kept.map((one) => (one === queue ? { ...one, outputs: { ...one.outputs, hidden } } : one)),
    ];
}

/** Secrets as the store marks them. */
function asStored(properties: Properties): Properties {
    const text = JSON.stringify(properties, (_, value) =>
        value?.plaintext === undefined ? value : { ...value, plaintext: undefined, value: JSON.parse(value.plaintext) },
    );
    return JSON.parse(text) as Properties;
}

function nameOf(urn: string): string {
    return urn.split("::").slice(3).join("::");
}
