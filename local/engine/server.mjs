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
        Object.entries(service.LanguageRuntimeService).map(([name, { path, responseStream }]) => {
            const error = {
                code: grpc.status.UNIMPLEMENTED,
                details: `the language host of the compliance platform does not serve ${path}; install the official Pulumi CLI to use it`,
            };
            if (responseStream)
                return [
                    name,
                    (/** @type {any} */ call) => call.destroy(Object.assign(new Error(error.details), error)),
                ];
            return [name, (/** @type {unknown} */ _call, /** @type {any} */ answer) => answer(error)];
        }),
    );
}
