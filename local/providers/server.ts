import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { check } from "./methods/check.ts";
import { checkConfig, configure, diffConfig } from "./methods/configuration.ts";
import { construct } from "./methods/construct.ts";
import { create } from "./methods/create.ts";
import { remove } from "./methods/delete.ts";
import { diff } from "./methods/diff.ts";
import { handler, type Method } from "./methods/handler.ts";
import { getPluginInfo, getSchema, nothing } from "./methods/information.ts";
import { invoke } from "./methods/invoke.ts";
import { read } from "./methods/read.ts";
import { update } from "./methods/update.ts";
import type { Session } from "./session.ts";

/** The engine sends a whole resource in one message, with inline assets if it has them. */
const LARGEST_MESSAGE_BYTES = 400 * 1024 * 1024;

const METHODS = {
    attach: nothing,
    cancel: nothing,
    check,
    checkConfig,
    configure,
    construct,
    create,
    delete: remove,
    diff,
    diffConfig,
    getPluginInfo,
    getSchema,
    invoke,
    read,
    update,
};

/** Serves the provider on a free port of the loopback interface. */
export async function serve(session: Session): Promise<{ server: Server; port: number }> {
    const server = new Server({
        "grpc.max_receive_message_length": LARGEST_MESSAGE_BYTES,
        "grpc.max_send_message_length": LARGEST_MESSAGE_BYTES,
    });
    const implementation: UntypedServiceImplementation = {};
    for (const [name, method] of Object.entries(METHODS)) {
        implementation[name] = handler(session, method as Method<unknown, unknown>);
    }
    server.addService(services.ResourceProviderService, implementation);
    const port = await new Promise<number>((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
            error === null ? resolve(bound) : reject(error),
        );
    });
    return { server, port };
}
