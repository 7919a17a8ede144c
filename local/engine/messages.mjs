import { createRequire } from "node:module";
// By name and not through the package's index, which would bring the whole SDK and half a second.
import grpc from "@grpc/grpc-js";
import service from "@pulumi/pulumi/proto/language_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/language_pb.js";
import plugins from "@pulumi/pulumi/proto/plugin_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";

export { empty, grpc, messages, plugins, service };

/** @type {string} */
export const sdkVersion = createRequire(import.meta.url)("@pulumi/pulumi/package.json").version;
