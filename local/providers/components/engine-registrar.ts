import { credentials } from "@grpc/grpc-js";
import type { ConstructRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import services from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import messages, { type RegisterResourceResponse } from "@pulumi/pulumi/proto/resource_pb.js";
import { UNKNOWN } from "../../store/signatures.ts";
import type { Properties } from "../../store/value.ts";
import { decode, encode } from "../values/codec.ts";
import type { Child, Registered, Registrar } from "./registrar.ts";

/**
 * Speaks with the engine on behalf of a component. The SDK could do it too, but it alone would take longer to start
 * than all the stand-ins together.
 */
export class EngineRegistrar implements Registrar {
    private readonly client: InstanceType<typeof services.ResourceMonitorClient>;
    private readonly request: ConstructRequest;
    /** Version of the SDK whose default provider the children share with the program. */
    private readonly version: string;

    constructor(request: ConstructRequest, version: string) {
        this.client = new services.ResourceMonitorClient(request.getMonitorendpoint(), credentials.createInsecure());
        this.request = request;
        this.version = version;
    }

    component(inputs: Properties): Promise<Registered> {
        const request = new messages.RegisterResourceRequest();
        request.setParent(this.request.getParent());
        request.setObject(encode(inputs));
        request.setDependenciesList(this.request.getDependenciesList());
        request.setAliasesList(this.request.getAliasesList());
        request.setAliasspecs(true);
        return this.register(request, this.request.getType(), this.request.getName());
    }

    child({ type, name, inputs, parent, madeFrom = {}, dependsOn = [] }: Child): Promise<Registered> {
        const request = new messages.RegisterResourceRequest();
        request.setCustom(true);
        request.setParent(parent.urn);
        request.setObject(encode(inputs));
        request.setVersion(this.version);
        request.setProvider(this.provider(type));
        const urns = [...dependsOn, ...Object.values(madeFrom).flat()].map(({ urn }) => urn);
        request.setDependenciesList([...new Set(urns)]);
        for (const [property, sources] of Object.entries(madeFrom)) {
            const dependencies = new messages.RegisterResourceRequest.PropertyDependencies();
            dependencies.setUrnsList(sources.map(({ urn }) => urn));
            request.getPropertydependenciesMap().set(property, dependencies);
        }
        return this.register(request, type, name);
    }

    async invoke(token: string, args: Properties): Promise<Properties> {
        const request = new messages.ResourceInvokeRequest();
        request.setTok(token);
        request.setArgs(encode(args));
        request.setVersion(this.version);
        request.setProvider(this.provider(token));
        const response = await answer<InvokeResponse>((done) => this.client.invoke(request, done));
        const [failure] = response.getFailuresList();
        if (failure !== undefined) throw new Error(`${token}: ${failure.getReason()}`);
        return decode(response.getReturn());
    }

    async finish(component: Registered, outputs: Properties): Promise<void> {
        const request = new messages.RegisterResourceOutputsRequest();
        request.setUrn(component.urn);
        request.setOutputs(encode(outputs));
        await answer((done) => this.client.registerResourceOutputs(request, done));
    }

    close(): void {
        this.client.close();
    }

    private async register(
        request: InstanceType<typeof messages.RegisterResourceRequest>,
        type: string,
        name: string,
    ): Promise<Registered> {
        request.setType(type);
        request.setName(name);
        request.setAcceptsecrets(true);
        request.setAcceptresources(true);
        if (this.request.hasProtect()) request.setProtect(this.request.getProtect() ?? false);
        const response = await answer<RegisterResourceResponse>((done) => this.client.registerResource(request, done));
        const id = request.getCustom() ? response.getId() || UNKNOWN : "";
        return { urn: response.getUrn(), id, version: this.version };
    }

    /** The provider that the program gave the component for this package; empty means the default one. */
    private provider(token: string): string {
        return this.request.getProvidersMap().get(token.split(":")[0] ?? "") ?? "";
    }
}

function answer<Response>(send: (done: (error: Error | null, response: Response) => void) => unknown) {
    return new Promise<Response>((resolve, reject) => {
        send((error, response) => (error === null ? resolve(response) : reject(error)));
    });
}
