import { credentials } from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type {
    CheckResponse,
    CreateResponse,
    DiffResponse,
    PropertyDiff,
    ReadResponse,
} from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { LiveServices } from "../../../../local/providers/live/live-services.ts";
import { packages } from "../../../../local/providers/packages/index.ts";
import { serve } from "../../../../local/providers/server.ts";
import { decode, encode } from "../../../../local/providers/values/codec.ts";
import type { Properties } from "../../../../local/store/value.ts";

interface Options {
    readonly storeRoot: string;
    readonly provider?: "aws" | "azure-native" | "azuread";
    readonly live?: LiveServices;
    readonly config?: Properties;
}

const REGION = { region: "eu-west-1", allowedAccountIds: '["111122223333"]' };

/** A running provider, spoken to over gRPC as the engine does. */
export async function startProvider({ storeRoot, provider = "aws", live, config = REGION }: Options) {
    const found = packages[provider];
    if (found === undefined) throw new Error(`no provider ${provider}`);
    const idle = new LiveServices(undefined, () => Promise.reject(new Error("no services")));
    const cloud = found.cloud({});
    const session = { provider: found, version: "1.2.3", childVersion: "", storeRoot, live: live ?? idle, cloud };
    const { server, port } = await serve(session);
    const client = new services.ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
        "grpc.max_receive_message_length": -1,
    });
    const call = <Response>(method: string, request: unknown): Promise<Response> =>
        new Promise((resolve, reject) => {
            const send = (client as unknown as Record<string, (...args: unknown[]) => void>)[method];
            send?.call(client, request, (error: Error | null, response: Response) =>
                error === null ? resolve(response) : reject(error),
            );
        });
    const calls = { ...resourceCalls(call), ...otherCalls(call) };
    await calls.configure(config);
    return {
        ...calls,
        stop(): void {
            client.close();
            server.forceShutdown();
        },
    };
}

type Call = <Response>(method: string, request: unknown) => Promise<Response>;

function resourceCalls(call: Call) {
    return {
        async check(urn: string, news: Properties, olds?: Properties) {
            const request = new messages.CheckRequest();
            request.setUrn(urn);
            request.setNews(encode(news));
            if (olds !== undefined) request.setOlds(encode(olds));
            const response = await call<CheckResponse>("check", request);
            return {
                inputs: decode(response.getInputs()),
                failures: response.getFailuresList().map((failure) => failure.getReason()),
            };
        },
        async diff(urn: string, olds: Properties, news: Properties, ignored: string[] = []) {
            const request = new messages.DiffRequest();
            request.setUrn(urn);
            request.setOldInputs(encode(olds));
            request.setNews(encode(news));
            request.setIgnorechangesList(ignored);
            const response = await call<DiffResponse>("diff", request);
            const kinds: Record<string, string> = {};
            response.getDetaileddiffMap().forEach((detail: PropertyDiff, path: string) => {
                kinds[path] = kindName(detail);
            });
            return {
                changed: response.getChanges() === messages.DiffResponse.DiffChanges.DIFF_SOME,
                kinds,
                replaces: response.getReplacesList(),
                deleteFirst: response.getDeletebeforereplace(),
            };
        },
        async create(urn: string, inputs: Properties, preview = false) {
            const request = new messages.CreateRequest();
            request.setUrn(urn);
            request.setProperties(encode(inputs));
            request.setPreview(preview);
            const response = await call<CreateResponse>("create", request);
            return { id: response.getId(), outputs: decode(response.getProperties()) };
        },
        async read(urn: string, id: string) {
            const request = new messages.ReadRequest();
            request.setUrn(urn);
            request.setId(id);
            const response = await call<ReadResponse>("read", request);
            return {
                id: response.getId(),
                inputs: decode(response.getInputs()),
                outputs: decode(response.getProperties()),
            };
        },
        async update(urn: string, id: string, news: Properties, preview = false): Promise<Properties> {
            const request = new messages.UpdateRequest();
            request.setUrn(urn);
            request.setId(id);
            request.setNews(encode(news));
            request.setPreview(preview);
            return decode((await call<CreateResponse>("update", request)).getProperties());
        },
        async delete(urn: string, id: string): Promise<void> {
            const request = new messages.DeleteRequest();
            request.setUrn(urn);
            request.setId(id);
            await call("delete", request);
        },
    };
}

function otherCalls(call: Call) {
    return {
        async configure(config: Properties) {
            const request = new messages.ConfigureRequest();
            request.setArgs(encode(config));
            return call<InstanceType<typeof messages.ConfigureResponse>>("configure", request);
        },
        async checkConfig(config: Properties): Promise<string[]> {
            const request = new messages.CheckRequest();
            request.setNews(encode(config));
            const response = await call<CheckResponse>("checkConfig", request);
            return response.getFailuresList().map((failure) => failure.getReason());
        },
        async invoke(token: string, args: Properties = {}): Promise<Properties> {
            const request = new messages.InvokeRequest();
            request.setTok(token);
            request.setArgs(encode(args));
            return decode((await call<InstanceType<typeof messages.InvokeResponse>>("invoke", request)).getReturn());
        },
    };
}

function kindName(detail: PropertyDiff): string {
    const names = Object.entries(messages.PropertyDiff.Kind);
    return names.find(([, value]) => value === detail.getKind())?.[0] ?? "?";
}
