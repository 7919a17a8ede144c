import type { LiveBinding } from "../../services/bindings/index.ts";
import type { Clients } from "../../services/clients.ts";
import { readRunFile } from "../../services/run-file.ts";
import type { StoredResource } from "../../store/store.ts";
import { liveResource } from "./live-resource.ts";

/** What is loaded when the first change must be mirrored. */
export interface LiveModules {
    readonly bindings: Readonly<Record<string, LiveBinding>>;
    readonly localClients: (runFile: string) => Clients;
}

/**
 * Mirrors changes into the local services, for types that they have. Does nothing while no services run: then the
 * store is the whole cloud.
 */
export class LiveServices {
    private readonly runFile: string | undefined;
    private readonly load: () => Promise<LiveModules>;
    private opened: Promise<{ modules: LiveModules; clients: Clients }> | undefined;

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
        act: (binding: LiveBinding, clients: Clients) => Promise<void>,
    ): Promise<void> {
        if (this.runFile === undefined || readRunFile(this.runFile) === undefined) return;
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

    private async open(runFile: string): Promise<{ modules: LiveModules; clients: Clients }> {
        const modules = await this.load();
        return { modules, clients: modules.localClients(runFile) };
    }
}
