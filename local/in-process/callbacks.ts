import type { ResourceTransform } from "@pulumi/pulumi";
// Generated code, of which a bundler sees the names and Node does not.
import messages, { type Callback } from "@pulumi/pulumi/proto/callback_pb.js";
import * as state from "@pulumi/pulumi/runtime/state.js";

/** What the SDK knows of the run; its declarations leave out the way to it. */
const { getStore } = state as unknown as { getStore(): object };

/**
 * Where the SDK leaves the functions of a program that the engine calls back. Its own listens on a port for that; in one
 * process nothing has to travel, and the engine's place finds them by the token in the request.
 */
export class Callbacks {
    private readonly transforms = new Map<string, ResourceTransform>();

    /** Puts one in the place of the SDK's, which has none without an engine. Call it after the monitor was set. */
    static install(): Callbacks {
        const callbacks = new Callbacks();
        Object.assign(getStore(), { supportsTransforms: true, callbacks });
        return callbacks;
    }

    async registerTransform(transform: ResourceTransform): Promise<Callback> {
        const callback = new messages.Callback();
        const token = String(this.transforms.size);
        this.transforms.set(token, transform);
        callback.setToken(token);
        return callback;
    }

    transformsOf(callbacks: readonly Callback[]): ResourceTransform[] {
        return callbacks.map((callback) => {
            const transform = this.transforms.get(callback.getToken());
            if (transform === undefined) throw new Error(`nobody registered the callback ${callback.getToken()}`);
            return transform;
        });
    }

    /** Of transforms of the whole stack, of which the monitor knows none. */
    async awaitStackRegistrations(): Promise<void> {}

    shutdown(): void {
        this.transforms.clear();
    }
}
