import type { StoredResource } from "../../store/store.ts";
import type { LiveResource } from "./live-resource.ts";
import { liveResource } from "./live-resource.ts";
import { runningServices } from "./run-file.ts";

export interface LiveBinding {
    create(resource: LiveResource, clients: unknown): Promise<void>;
    update(before: LiveResource, after: LiveResource, clients: unknown): Promise<void>;
    delete(resource: LiveResource, clients: unknown): Promise<void>;
}

export interface LiveModules {
    readonly bindings: Readonly<Record<string, LiveBinding>>;
    readonly localClients: (runFile: string) => unknown;
}

/**
 * Mirrors changes into the local services, for types that they have. Does nothing while no services run: then the
 * store is the whole cloud.
 */
export class LiveServices {
    private readonly runFile: string | undefined;
    private readonly load: () => Promise<LiveModules>;
    private opened: Promise<{ modules: LiveModules; clients: unknown }> | undefined;

    constructor(runFile: string | undefined, load: () => Promise<LiveModules>) {
        this.runFile = runFile;
        this.load = load;
    }

    create(resource: StoredResource): Promise<void> {
        return this.mirror("create", resource, (binding, clients) => binding.create(liveResource(resource), clients));
    }

    update(before: StoredResource, after: StoredResource): Promise<void> {
        return this.mirror("update", after, (binding, clients) =>
            binding.update(liveResource(before), liveResource(after), clients),
        );
    }

    delete(resource: StoredResource): Promise<void> {
        return this.mirror("delete", resource, (binding, clients) => binding.delete(liveResource(resource), clients));
    }

    private async mirror(
        verb: string,
        resource: StoredResource,
        act: (binding: LiveBinding, clients: unknown) => Promise<void>,
    ): Promise<void> {
        if (this.runFile === undefined || (await runningServices(this.runFile)) === undefined) return;
        this.opened ??= this.open(this.runFile);
        const { modules, clients } = await this.opened;
        const binding = modules.bindings[resource.type];
        if (binding === undefined) return;
        try {
            await act(binding, clients);
        } catch (cause) {
            const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
            throw new Error(`the local services could not ${verb} ${resource.id}: ${reason}`, { cause });
        }
    }

    private async open(runFile: string): Promise<{ modules: LiveModules; clients: unknown }> {
        const modules = await this.load();
        return { modules, clients: modules.localClients(runFile) };
    }
}
