import { ServiceError } from "../answering.ts";
import type { ModelContainer } from "./model-container.ts";
import { now } from "./trainings.ts";

/** A variant of an endpoint configuration, as far as it means something here. */
export interface EndpointConfig {
    readonly name: string;
    /** Name of the one variant, and of its model. */
    readonly variant: string;
    readonly model: string;
    /** As it was asked for, which is what SageMaker describes. */
    readonly request: Readonly<Record<string, unknown>>;
}

export interface ModelDescription {
    readonly name: string;
    /** `s3://bucket/key` of the packed model. */
    readonly modelDataUrl: string;
    /** As it was asked for, which is what SageMaker describes. */
    readonly request: Readonly<Record<string, unknown>>;
}

export interface Endpoint {
    readonly name: string;
    status: "Creating" | "Updating" | "InService" | "Failed";
    /** The configuration that serves, or is to serve while it is made. */
    config: EndpointConfig;
    container?: ModelContainer;
    failure?: string;
    /** In seconds since 1970. */
    readonly createdAt: number;
    changedAt: number;
}

/** What answers for an endpoint. */
export interface RunningContainer {
    readonly endpoint: string;
    readonly pid: number;
}

/** Gets a container going with the model that a configuration names. */
export type Serve = (model: ModelDescription) => Promise<ModelContainer>;

/** Models, configurations and endpoints, with a container for each endpoint. */
export class Endpoints {
    readonly models = new Map<string, ModelDescription>();
    readonly configs = new Map<string, EndpointConfig>();
    readonly #endpoints = new Map<string, Endpoint>();
    readonly #serve: Serve;
    readonly #onLost: (why: Error) => void;
    #under = Promise.resolve();

    /** @param onLost told of a container that ended although nobody asked for it */
    constructor(serve: Serve, onLost: (why: Error) => void = () => {}) {
        this.#serve = serve;
        this.#onLost = onLost;
    }

    find(name: string): Endpoint | undefined {
        return this.#endpoints.get(name);
    }

    /** The container that answers for each endpoint, by its process. */
    running(): RunningContainer[] {
        return [...this.#endpoints.values()].flatMap(({ name, container }) =>
            container === undefined ? [] : [{ endpoint: name, pid: container.pid }],
        );
    }

    /** Answers at once; the endpoint is in service, or failed, later. */
    create(name: string, config: EndpointConfig): void {
        if (this.#endpoints.has(name)) {
            throw new ServiceError("ValidationException", `Cannot create already existing endpoint "${name}".`);
        }
        const createdAt = now();
        const endpoint: Endpoint = { name, status: "Creating", config, createdAt, changedAt: createdAt };
        this.#endpoints.set(name, endpoint);
        this.#deploy(endpoint, config);
    }

    /** The old container answers until the new one does; when that fails, the old one stays. */
    update(endpoint: Endpoint, config: EndpointConfig): void {
        if (endpoint.status !== "InService") {
            throw new ServiceError(
                "ValidationException",
                `Cannot update endpoint "${endpoint.name}": it is ${endpoint.status}.`,
            );
        }
        endpoint.status = "Updating";
        endpoint.changedAt = now();
        this.#deploy(endpoint, config);
    }

    async remove(endpoint: Endpoint): Promise<void> {
        this.#endpoints.delete(endpoint.name);
        await endpoint.container?.stop();
    }

    /** Ends every container, also those on their way. */
    async close(): Promise<void> {
        const all = [...this.#endpoints.values()];
        this.#endpoints.clear();
        await this.#under;
        await Promise.all(all.map(({ container }) => container?.stop()));
    }

    #deploy(endpoint: Endpoint, config: EndpointConfig): void {
        const deployed = this.#replace(endpoint, config);
        this.#under = Promise.all([this.#under, deployed]).then(() => undefined);
    }

    async #replace(endpoint: Endpoint, config: EndpointConfig): Promise<void> {
        delete endpoint.failure;
        try {
            const model = this.models.get(config.model);
            if (model === undefined) throw new Error(`its model ${config.model} is gone`);
            const container = await this.#serve(model);
            void container.ended.then((why) => why && this.#onLost(why));
            if (this.#endpoints.get(endpoint.name) !== endpoint) {
                await container.stop();
                return;
            }
            const before = endpoint.container;
            Object.assign(endpoint, { container, config, status: "InService", changedAt: now() });
            await before?.stop();
        } catch (error) {
            const why = (error as Error).message;
            endpoint.failure = `The primary container for production variant ${config.variant} did not pass the ping health check: ${why}`;
            endpoint.status = endpoint.container === undefined ? "Failed" : "InService";
        }
    }
}
