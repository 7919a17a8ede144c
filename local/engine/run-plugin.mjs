import { createRequire } from "node:module";
import path from "node:path";
import { messages } from "./messages.mjs";
import { runtimeOptions } from "./runtime-options.mjs";

/** @typedef {import("@pulumi/pulumi/proto/language_pb.js").RunPluginRequest} RunPluginRequest */
/** @typedef {import("@grpc/grpc-js").ServerWritableStream<RunPluginRequest, import("@pulumi/pulumi/proto/language_pb.js").RunPluginResponse>} PluginCall */

/**
 * Runs a policy pack, or a provider written in TypeScript, and passes on all it writes. The engine reads its port there.
 * @param {PluginCall} call
 * @param {{ children: import("./children.mjs").Children }} host
 */
export function runPlugin(call, { children }) {
    const request = call.request;
    const folder = request.getInfo()?.getProgramDirectory() || request.getProgram();
    const { nodeArgs } = runtimeOptions(request.getInfo());
    const child = children.start([...nodeArgs, ...pluginArguments(request, folder)], {
        cwd: folder,
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, ...variables(request.getEnvList()) },
    });
    const pass = (/** @type {import("@pulumi/pulumi/proto/language_pb.js").RunPluginResponse} */ response) => {
        if (!call.cancelled) call.write(response);
    };
    child.stdout?.on("data", (data) => pass(new messages.RunPluginResponse().setStdout(data)));
    child.stderr?.on("data", (data) => pass(new messages.RunPluginResponse().setStderr(data)));
    child.once("error", (error) => call.destroy(error));
    child.once("close", (code) => {
        pass(new messages.RunPluginResponse().setExitcode(code ?? 1));
        call.end();
    });
    call.once("cancelled", () => children.end(child));
}

/**
 * @param {RunPluginRequest} request
 * @param {string} folder
 */
function pluginArguments(request, folder) {
    const { resolve } = createRequire(path.join(folder, "package.json"));
    const args = request.getArgsList();
    if (request.getKind() !== "analyzer") return [resolve("@pulumi/pulumi/cmd/run-plugin"), folder, ...args];
    // Flags of the engine's log may stand before its address, and the runner would take the address as their value.
    return [resolve("@pulumi/pulumi/cmd/run-policy-pack"), args.at(-1) ?? "", folder];
}

/** @param {string[]} list such as `NAME=value` */
function variables(list) {
    return Object.fromEntries(
        list.map((entry) => {
            const end = entry.indexOf("=");
            return [entry.slice(0, end), entry.slice(end + 1)];
        }),
    );
}
