import path from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository; every other path here lies below it. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Everything the set-up and the local cloud make lies in one ignored folder, so that deleting it is a clean start.
 * @param {string} base the repository, or a copy of it
 * @param {string} [data] where the local cloud keeps its state (default: that folder too); another one is another cloud
 */
export function platformPaths(base, data = path.join(base, ".platform")) {
    const platform = path.join(base, ".platform");
    const inPlatform = (/** @type {string[]} */ ...parts) => path.join(platform, ...parts);
    const inData = (/** @type {string[]} */ ...parts) => path.join(data, ...parts);
    return Object.freeze({
        root: base,
        platform,
        /** What the set-up remembers: its lock and one stamp for each finished step. */
        setup: inPlatform("setup"),
        /** The Pulumi CLI, unless the one on PATH is used. */
        engine: inPlatform("engine"),
        /** The Python environment of the local AWS services. */
        python: inPlatform("python"),
        /** The browser of the tests. */
        browser: inPlatform("browser"),
        /** The package that it comes in. */
        browserPackage: path.join(base, "tools", "setup", "chromium"),
        cache: inPlatform("cache"),
        /** The zip files of the functions. */
        bundles: inPlatform("bundles"),
        /** The file backend that holds the state of stack `local`. */
        state: inData("state"),
        /** The store of the stand-in providers. */
        store: inData("store"),
        /** Written by the local services while they run. */
        servicesFile: inData("run", "services.json"),
        /** Files dropped here are taken in by a running `npm start`. */
        inbox: inData("inbox"),
        /** Keeps the workspace settings and plugins of stand-in runs apart from those in the home of the user. */
        pulumiHome: inPlatform("pulumi-home"),
        nodeModules: path.join(base, "node_modules"),
        /** The guardrails. */
        policyPack: path.join(base, "policies"),
        /** Our language host, for an engine that came without the official one. */
        languageHost: path.join(base, "local", "engine"),
        /** The pinned Go modules of the engine, and what stands in place of the clients it is built without. */
        engineModules: path.join(base, "local", "engine", "cli"),
        engineParts: path.join(base, "local", "engine", "local-only"),
        /** The executables of the stand-in providers. */
        plugins: path.join(base, "local", "plugins"),
        /** Keeps a fault of Node from turning errors into endless loops. */
        plainErrors: path.join(base, "tools", "plain-errors.cjs"),
        pythonRequirements: path.join(base, "local", "services", "requirements.txt"),
        /** What the container of the fraud model runs. */
        modelRequirements: path.join(base, "local", "services", "sagemaker", "requirements.txt"),
        /** What lints the workflows. */
        workflowRequirements: path.join(base, ".github", "requirements.txt"),
    });
}

/** @typedef {ReturnType<typeof platformPaths>} PlatformPaths */

const { COMPLIANCE_LOCAL_DATA } = process.env;

/** Those of this repository; `COMPLIANCE_LOCAL_DATA` names a folder for a local cloud beside the usual one. */
export const paths = platformPaths(root, COMPLIANCE_LOCAL_DATA && path.resolve(COMPLIANCE_LOCAL_DATA));
