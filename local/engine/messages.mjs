import { createRequire } from "node:module";

// Loaded by name and not through the package's index, which would bring the whole SDK and half a second.
const load = createRequire(import.meta.url);

/** @type {typeof import("@grpc/grpc-js")} */
export const grpc = load("@grpc/grpc-js");
/** @type {typeof import("@pulumi/pulumi/proto/language_grpc_pb.js")} */
export const service = load("@pulumi/pulumi/proto/language_grpc_pb.js");
/** @type {typeof import("@pulumi/pulumi/proto/language_pb.js")} */
export const messages = load("@pulumi/pulumi/proto/language_pb.js");
/** @type {typeof import("@pulumi/pulumi/proto/plugin_pb.js")} */
export const plugins = load("@pulumi/pulumi/proto/plugin_pb.js");
/** @type {typeof import("google-protobuf/google/protobuf/empty_pb.js")} */
export const empty = load("google-protobuf/google/protobuf/empty_pb.js");
/** @type {string} */
export const sdkVersion = load("@pulumi/pulumi/package.json").version;
