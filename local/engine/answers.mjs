import { programDependencies, requiredProviders } from "./dependencies.mjs";
import { empty, grpc, messages, plugins, sdkVersion } from "./messages.mjs";
import { runPlugin } from "./run-plugin.mjs";
import { runProgram } from "./run-program.mjs";

/** @typedef {typeof import("@pulumi/pulumi/proto/language_pb.js")} Messages */
/** @typedef {InstanceType<Messages["ProgramInfo"]>} ProgramInfo */
/** @typedef {{ engineAddress: string, children: import("./children.mjs").Children }} Host */

/**
 * The methods of the language runtime protocol that are needed to run programs and policy packs.
 * @param {Host} host
 * @returns {import("@grpc/grpc-js").UntypedServiceImplementation}
 */
export function answers(host) {
    return {
        handshake: unary((/** @type {InstanceType<Messages["LanguageHandshakeRequest"]>} */ request) => {
            host.engineAddress = request.getEngineAddress();
            return new messages.LanguageHandshakeResponse();
        }),
        getPluginInfo: unary(() => new plugins.PluginInfo().setVersion(sdkVersion)),
        about: unary(() =>
            new messages.AboutResponse().setExecutable(process.execPath).setVersion(process.versions.node),
        ),
        getRequiredPackages: unary(requiredPackages),
        getRequiredPlugins: unary(requiredPlugins),
        getProgramDependencies: unary(dependencies),
        runtimeOptionsPrompts: unary(() => new messages.RuntimeOptionsResponse()),
        installDependencies,
        run: unary((/** @type {InstanceType<Messages["RunRequest"]>} */ request) => runProgram(request, host)),
        runPlugin: (/** @type {import("./run-plugin.mjs").PluginCall} */ call) => runPlugin(call, host),
        cancel: unary(async () => {
            await host.children.endAll();
            return new empty.Empty();
        }),
    };
}

/**
 * @template Request, Response
 * @param {(request: Request) => Response | Promise<Response>} answer
 * @returns {import("@grpc/grpc-js").handleUnaryCall<Request, Response>}
 */
function unary(answer) {
    return async (call, callback) => {
        try {
            callback(null, await answer(call.request));
        } catch (error) {
            callback({ code: grpc.status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
        }
    };
}

/** @param {InstanceType<Messages["GetRequiredPackagesRequest"]>} request */
function requiredPackages(request) {
    const list = requiredProviders(folderOf(request.getInfo())).map(({ name, version, server }) =>
        new plugins.PackageDependency().setKind("resource").setName(name).setVersion(version).setServer(server),
    );
    return new messages.GetRequiredPackagesResponse().setPackagesList(list);
}

/** @param {InstanceType<Messages["GetRequiredPluginsRequest"]>} request */
function requiredPlugins(request) {
    const list = requiredProviders(folderOf(request.getInfo())).map(({ name, version, server }) =>
        new plugins.PluginDependency().setKind("resource").setName(name).setVersion(version).setServer(server),
    );
    return new messages.GetRequiredPluginsResponse().setPluginsList(list);
}

/** @param {InstanceType<Messages["GetProgramDependenciesRequest"]>} request */
function dependencies(request) {
    const list = programDependencies(folderOf(request.getInfo()), request.getTransitivedependencies()).map(
        ({ name, version }) => new messages.DependencyInfo().setName(name).setVersion(version),
    );
    return new messages.GetProgramDependenciesResponse().setDependenciesList(list);
}

/**
 * The set-up of the platform installs the libraries from the lock file, before an engine exists that could ask for it.
 * @param {import("@grpc/grpc-js").ServerWritableStream<unknown, InstanceType<Messages["InstallDependenciesResponse"]>>} call
 */
function installDependencies(call) {
    const text = "The libraries are installed by `npm ci` (`npm run setup`), never by the engine: nothing to do.\n";
    call.write(new messages.InstallDependenciesResponse().setStdout(Buffer.from(text)));
    call.end();
}

/** @param {ProgramInfo | undefined} info */
function folderOf(info) {
    return info?.getProgramDirectory() || process.cwd();
}
