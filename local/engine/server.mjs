import { answers } from "./answers.mjs";
import { grpc, service } from "./messages.mjs";

// The engine's own limit; a large program's configuration or output may be long.
const largestMessageBytes = 400 * 1024 * 1024;

/**
 * Serves the language runtime protocol on a free port of this machine.
 * @param {import("./answers.mjs").Host} host
 * @returns {Promise<number>} the port
 */
export function serve(host) {
    const server = new grpc.Server({ "grpc.max_receive_message_length": largestMessageBytes });
    server.addService(service.LanguageRuntimeService, { ...unimplemented(), ...answers(host) });
    return new Promise((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
            if (error === null) resolve(port);
            else reject(error);
        });
    });
}

/**
 * An answer for each method of the protocol that says which one is missing: newer SDKs may add some.
 * @returns {import("@grpc/grpc-js").UntypedServiceImplementation}
 */
function unimplemented() {
    return Object.fromEntries(
        Object.entries(service.LanguageRuntimeService).map(([name, method]) => [
            name,
            method.responseStream ? refuseStream(method.path) : refuse(method.path),
        ]),
    );
}

/**
 * @param {string} path
 * @returns {import("@grpc/grpc-js").handleUnaryCall<unknown, unknown>}
 */
function refuse(path) {
    return (_call, callback) => callback(refusal(path));
}

/**
 * @param {string} path
 * @returns {import("@grpc/grpc-js").handleServerStreamingCall<unknown, unknown>}
 */
function refuseStream(path) {
    return (call) => {
        call.emit("error", refusal(path));
    };
}

/** @param {string} path */
function refusal(path) {
    const details = `our language host does not serve ${path}; install the official Pulumi CLI to use it`;
    return { code: grpc.status.UNIMPLEMENTED, details };
}
