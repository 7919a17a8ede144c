import type { Clients } from "../clients.ts";

/** A resource of the stand-in's store: secrets unwrapped, an archive as `{ path }`. */
export interface LiveResource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly id: string;
    readonly inputs: Record<string, unknown>;
    readonly outputs: Record<string, unknown>;
}

/** Makes a resource of the store exist in the running services too. Each call may be repeated. */
export interface LiveBinding {
    create(resource: LiveResource, clients: Clients): Promise<void>;
    update(before: LiveResource, after: LiveResource, clients: Clients): Promise<void>;
    delete(resource: LiveResource, clients: Clients): Promise<void>;
}

/** How one type of resource is kept: `put` makes it as described whether or not it is there, `remove` takes it away. */
export interface Keeping {
    put(resource: LiveResource, clients: Clients, before?: LiveResource): Promise<void>;
    remove(resource: LiveResource, clients: Clients): Promise<void>;
}

/** Loads the keeping of a type, and with it its part of the AWS SDK, only when a resource of that type comes by. */
export function bind(load: () => Promise<{ keeping: Keeping }>): LiveBinding {
    return {
        async create(resource, clients) {
            await (await load()).keeping.put(resource, clients);
        },
        async update(before, after, clients) {
            await (await load()).keeping.put(after, clients, before);
        },
        async delete(resource, clients) {
            await unlessAbsent((await load()).keeping.remove(resource, clients));
        },
    };
}

/** Waits for a call that may find nothing to act on. */
export async function unlessAbsent<T>(call: Promise<T>): Promise<T | undefined> {
    return unless(/NoSuch|NotFound|NonExistent|DoesNotExist/, call);
}

/** Waits for a call that may find its work done. */
export async function unlessPresent<T>(call: Promise<T>): Promise<T | undefined> {
    return unless(/AlreadyExists|AlreadyOwned|ResourceInUse|ResourceConflict|QueueNameExists/, call);
}

async function unless<T>(expected: RegExp, call: Promise<T>): Promise<T | undefined> {
    try {
        return await call;
    } catch (error) {
        if (error instanceof Error && expected.test(error.name)) {
            return undefined;
        }
        throw error;
    }
}
