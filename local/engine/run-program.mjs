import { createRequire } from "node:module";
import path from "node:path";
import { messages } from "./messages.mjs";
import { runtimeOptions } from "./runtime-options.mjs";

// The SDK ends a program with this code after it has shown the error itself.
const alreadyReported = 32;

/**
 * Runs the program until it ends, and answers the engine with what became of it.
 * @param {import("@pulumi/pulumi/proto/language_pb.js").RunRequest} request
 * @param {{ engineAddress: string, children: import("./children.mjs").Children }} host
 * @returns {Promise<import("@pulumi/pulumi/proto/language_pb.js").RunResponse>}
 */
export function runProgram(request, { engineAddress, children }) {
    const info = request.getInfo();
    const folder = info?.getProgramDirectory() || request.getPwd();
    const { nodeArgs, typescript, tsconfig } = runtimeOptions(info);
    const runner = createRequire(path.join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run");
    const child = children.start([...nodeArgs, runner, ...runnerArguments(request, engineAddress)], {
        cwd: folder,
        // The engine shows what the program writes.
        stdio: ["ignore", "inherit", "inherit"],
        env: {
            ...process.env,
            PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().entries())),
            PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
            PULUMI_NODEJS_TYPESCRIPT: String(typescript),
            ...(tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
        },
    });
    return new Promise((resolve) => {
        child.once("error", (error) => resolve(failed(`The program could not be started: ${error.message}`)));
        child.once("close", (code, signal) => resolve(responseTo(code, signal)));
    });
}

/**
 * @param {import("@pulumi/pulumi/proto/language_pb.js").RunRequest} request
 * @param {string} engineAddress
 */
function runnerArguments(request, engineAddress) {
    const info = request.getInfo();
    const entry = info?.getEntryPoint() || request.getProgram() || ".";
    const flags = {
        monitor: request.getMonitorAddress(),
        engine: engineAddress,
        organization: request.getOrganization(),
        project: request.getProject(),
        "root-directory": info?.getRootDirectory(),
        stack: request.getStack(),
        pwd: request.getPwd(),
        parallel: request.getParallel() || undefined,
    };
    return [
        ...Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`])),
        ...(request.getDryrun() ? ["--dry-run"] : []),
        // A bare dot makes the SDK look for the entry point in package.json.
        entry === "." ? "." : path.resolve(info?.getProgramDirectory() ?? request.getPwd(), entry),
        ...request.getArgsList(),
    ];
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function responseTo(code, signal) {
    if (code === 0) return new messages.RunResponse();
    if (code === alreadyReported) return new messages.RunResponse().setBail(true);
    return failed(code === null ? `The program was ended by ${signal}` : `The program ended with exit code ${code}`);
}

/** @param {string} text */
function failed(text) {
    return new messages.RunResponse().setError(text);
}
