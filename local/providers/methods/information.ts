import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb.js";
import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import type { GetSchemaRequest, GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import type { Session } from "../session.ts";

export function getPluginInfo({ version }: Session): PluginInfo {
    const info = new plugin.PluginInfo();
    info.setVersion(version);
    return info;
}

/** A name is all the schema there is: the program's types come from the real SDK. */
export function getSchema({ provider, version }: Session, _request: GetSchemaRequest): GetSchemaResponse {
    const response = new messages.GetSchemaResponse();
    response.setSchema(JSON.stringify({ name: provider.name, version }));
    return response;
}

export function nothing(): empty.Empty {
    return new empty.Empty();
}
