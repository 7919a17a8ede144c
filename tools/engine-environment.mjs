import path from "node:path";
import { pathToFileURL } from "node:url";
import { paths } from "./paths.mjs";
import { readEngineRecord } from "./setup/engine-record.mjs";
import { installStandIns } from "./stand-in-plugins.mjs";

/**
 * @typedef {object} EngineEnvironmentOptions
 * @property {boolean} [standIn] use the stand-in providers, away from every real cloud
 * @property {string} [backendUrl] where the state lies; a stand-in takes a `file://` URL only (default: `.platform/state`)
 * @property {string} [storeDir] the store of the stand-in providers (default: `.platform/store`)
 * @property {string} [servicesFile] the run file of the local services; without it nothing is created in them
 */

// A stand-in run must be unable to reach a real account, and must not ask for the passphrase of a real stack.
const realCloud = /^(AWS|ARM|AZURE)_|^PULUMI_(ACCESS_TOKEN|BACKEND_URL|CONFIG_PASSPHRASE(_FILE)?|HOME|STACK)$/i;

/**
 * The environment to run the Pulumi CLI in. It is complete: pass it as `env`, not on top of `process.env`.
 * @param {EngineEnvironmentOptions} [options]
 * @param {NodeJS.ProcessEnv} [base] the environment to start from
 * @param {import("./paths.mjs").PlatformPaths} [at] the paths of another copy of the repository
 * @returns {NodeJS.ProcessEnv}
 */
export function engineEnvironment(options = {}, base = process.env, at = paths) {
    const { standIn = false, backendUrl, storeDir = at.store, servicesFile } = options;
    const engine = readEngineRecord(at);
    const env = standIn ? withoutRealCloud(base) : { ...base };
    // They stand for flags, and so for a guardrail's switch that nobody sees on the command line.
    for (const name of Object.keys(env)) if (/^PULUMI_OPTION_POLICY/i.test(name)) delete env[name];
    env.PULUMI_SKIP_UPDATE_CHECK = "1";
    env.NODE_OPTIONS = [base.NODE_OPTIONS, `--require "${at.plainErrors}"`].filter(Boolean).join(" ");
    env.PATH = [
        path.dirname(engine.binary),
        ...(engine.languageHost === "ours" ? [at.languageHost] : []),
        // The launchers of the host and of the plugins say `node`: it must be the one that runs now.
        path.dirname(process.execPath),
        ...(base.PATH ? [base.PATH] : []),
    ].join(path.delimiter);
    if (backendUrl !== undefined) env.PULUMI_BACKEND_URL = backendUrl;
    if (standIn) {
        installStandIns(at);
        Object.assign(env, standInVariables(at, storeDir, backendUrl, servicesFile));
        // The engine is over before its garbage matters: fewer collections save a fifth of its processor time.
        env.GOGC ??= "400";
    }
    return env;
}

/**
 * @param {import("./paths.mjs").PlatformPaths} at
 * @param {string} storeDir
 * @param {string} [backendUrl]
 * @param {string} [servicesFile]
 * @returns {NodeJS.ProcessEnv}
 */
function standInVariables(at, storeDir, backendUrl = fileBackend(at.state), servicesFile) {
    if (!backendUrl.startsWith("file://")) {
        throw new Error(`a stand-in run keeps its state in a file:// backend, got ${backendUrl}`);
    }
    return {
        PULUMI_HOME: at.pulumiHome,
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        // A file backend writes its whole state after each resource: an update of 150 would take three times as long.
        PULUMI_SKIP_CHECKPOINTS: "true",
        PULUMI_CONFIG_PASSPHRASE: "",
        PULUMI_BACKEND_URL: backendUrl,
        AWS_EC2_METADATA_DISABLED: "true",
        COMPLIANCE_STAND_IN: "1",
        COMPLIANCE_STORE: storeDir,
        ...(servicesFile === undefined ? {} : { COMPLIANCE_SERVICES_FILE: servicesFile }),
    };
}

/**
 * The URL of a folder as a state backend. It is absolute, because the engine reads a relative one from its own folder.
 * @param {string} folder
 */
export function fileBackend(folder) {
    return pathToFileURL(path.resolve(folder)).href;
}

/**
 * An environment in which no real account can be reached, and nobody's stack.
 * @param {NodeJS.ProcessEnv} base
 */
export function withoutRealCloud(base) {
    return Object.fromEntries(
        Object.entries(base).filter(([name]) => !realCloud.test(name) && !name.startsWith("COMPLIANCE_")),
    );
}
