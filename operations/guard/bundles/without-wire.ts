import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";
import { changedSdk } from "../../../tools/bundles/pulumi-sdk.mjs";

/** What the SDK loads to speak with an engine: nothing is sent, and whoever sends something after all is told. */
export const withoutWire: Plugin = {
    name: "without wire",
    setup({ onResolve, onLoad }) {
        const namespace = "without-wire";
        onResolve({ filter: /^@grpc\/grpc-js$/ }, ({ path }) => ({ path, namespace }));
        onLoad({ filter: /.*/, namespace }, () => ({ contents: WITHOUT_WIRE }));
        onLoad({ filter: /google-protobuf[/\\]google[/\\]protobuf[/\\]struct_pb\.js$/ }, ({ path }) => ({
            contents: `${readFileSync(path, "utf8")}${STRUCT_AS_IT_IS}`,
            loader: "js",
        }));
    },
};

/**
 * Each promise of the SDK would keep a trace and a place in a list, and the end of the process a look through it, for a
 * message about one that leaks. Here that is told with the other faults of the program.
 */
export const withoutLeaks = changedSdk("without a list of promises", [
    {
        place: "runtime/debuggable.js",
        from: "function debuggablePromise(p, ctx) {",
        to: "function debuggablePromise(p, ctx) { return p;",
    },
]);

/** The SDK compares the codes, and makes classes of clients when it is loaded. */
const WITHOUT_WIRE = `
const refuse = () => { throw new Error("nothing is sent over gRPC when a program is judged in process"); };
module.exports = {
    status: { OK: 0, CANCELLED: 1, UNKNOWN: 2, INVALID_ARGUMENT: 3, UNIMPLEMENTED: 12, INTERNAL: 13, UNAVAILABLE: 14 },
    credentials: { createInsecure: refuse },
    makeGenericClientConstructor: () => class { constructor() { refuse(); } },
    Server: class { constructor() { refuse(); } },
    ServerCredentials: { createInsecure: refuse },
    InterceptingCall: class { constructor() { refuse(); } },
};`;

/** Properties would be taken apart into messages, for a wire that is not there, and put together again. */
const STRUCT_AS_IT_IS = `
exports.Struct.fromJavaScript = (value) => Object.assign(new exports.Struct(), { toJavaScript: () => value });`;
