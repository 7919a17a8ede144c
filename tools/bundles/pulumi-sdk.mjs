import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** @typedef {import("esbuild").Plugin} Plugin */

const fromHere = createRequire(import.meta.url);
const sdk = path.dirname(fromHere.resolve("@pulumi/pulumi/package.json"));

/** Not for programs and guardrails: commands, the Automation API, providers, and a compiler of its own. */
const NOT_LISTED = /^(automation|cmd|provider|node_modules|tests|vendor)\//;
/** What the SDK's runners ask for besides. */
const OF_RUNNERS = ["cmd/run/error.js", "cmd/run/instrumentation.js", "cmd/run/tracing.js"];
const BESIDE = ["@grpc/grpc-js", "@opentelemetry/api", "ini", "minimist", "semver"];

/**
 * Each module of the SDK by its place, loaded when it is first asked for: `require("modules of Pulumi's SDK")`.
 * @type {Plugin}
 */
export const modulesOfSdk = {
    name: "modules of Pulumi's SDK",
    setup(build) {
        build.onResolve({ filter: /^modules of Pulumi's SDK$/ }, ({ path: name }) => ({
            path: name,
            namespace: "modules-of-sdk",
        }));
        build.onLoad({ filter: /.*/, namespace: "modules-of-sdk" }, () => ({
            resolveDir: sdk,
            contents: `module.exports = {${modules()
                .map(([place, name]) => `${JSON.stringify(place)}: () => require(${JSON.stringify(name)})`)
                .join(",\n")}};`,
        }));
    },
};

/** Place as `require` would find it, and what to ask for. */
function modules() {
    const files = fs
        .readdirSync(sdk, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".js") && !NOT_LISTED.test(name));
    const own = [...files, ...OF_RUNNERS].sort().map((name) => [path.join(sdk, name), `./${name}`]);
    const { resolve } = createRequire(path.join(sdk, "package.json"));
    const protobuf = path.dirname(resolve("google-protobuf"));
    const messages = fs
        .readdirSync(path.join(protobuf, "google", "protobuf"))
        .filter((name) => name.endsWith("_pb.js"))
        .map((name) => `google-protobuf/google/protobuf/${name}`);
    return [...own, ...["google-protobuf", ...messages, ...BESIDE].map((name) => [resolve(name), name])];
}

/**
 * What the SDK prepares at each start, a second in all, to turn a function of the program into text (a "magic" Lambda or
 * a dynamic provider): the TypeScript compiler, npm's dependency resolver, a debugger's session. Neither our program nor
 * our guardrails do that: code is bundled from `functions/`. So a bundle has stand-ins, which say so when asked after all.
 * @type {Plugin}
 */
export const withoutClosures = {
    name: "without closures",
    setup(build) {
        build.onResolve(
            { filter: /(\/typescript-shim(\.js)?|^@npmcli\/arborist|\/v8Hooks(\.js)?)$/ },
            ({ path: name, importer, namespace }) =>
                importer.startsWith(sdk) || namespace === "modules-of-sdk"
                    ? { path: path.basename(name, ".js"), namespace: "left-out" }
                    : undefined,
        );
        build.onLoad({ filter: /.*/, namespace: "left-out" }, ({ path: name }) => ({
            contents: `module.exports = new Proxy({}, { get(_, asked) {
                if (asked === "__esModule" || typeof asked === "symbol") return undefined;
                // Of the hooks, the runner asks only whether they are ready.
                if (asked === "isInitializedAsync") return async () => {};
                throw new Error(${JSON.stringify(`${name} is left out of the SDK's bundle (tools/bundles/pulumi-sdk.mjs), which has no `)} + asked);
            } });`,
        }));
    },
};

/** @type {Plugin} */
export const withoutTypeScript = {
    name: "without TypeScript",
    setup(build) {
        const standIn = JSON.stringify(path.join(import.meta.dirname, "..", "pulumi-sdk", "no-typescript.cjs"));
        build.onLoad({ filter: /[/\\]tsutils\.js$/ }, ({ path: file }) =>
            file === path.join(sdk, "tsutils.js")
                ? {
                      contents: `exports.loadTypeScriptCompilerOptions = () => ({});
                          exports.typeScriptRequireStrings = () => ({ typescriptRequire: ${standIn}, tsnodeRequire: ${standIn} });`,
                  }
                : undefined,
        );
    },
};

/** @typedef {{ place: string, from: string, to: string }} Change of one text in a module of the SDK */

/** @type {readonly Change[]} */
const UNSEEN = [
    {
        place: "runtime/debuggable.js",
        from: 'Object.defineProperty(p, "_debugId",',
        to: 'if (exports.debugPromiseLeaks) Object.defineProperty(p, "_debugId",',
    },
    {
        place: "runtime/debuggable.js",
        from: 'Object.defineProperty(p, "_debugCtx",',
        to: 'if (exports.debugPromiseLeaks) Object.defineProperty(p, "_debugCtx",',
    },
    {
        place: "runtime/debuggable.js",
        from: 'Object.defineProperty(p, "_debugStackTrace",',
        to: 'if (exports.debugPromiseLeaks) Object.defineProperty(p, "_debugStackTrace",',
    },
    {
        place: "log/index.js",
        from: "function debug(msg, resource, streamId, ephemeral) {",
        to: "function debug(msg, resource, streamId, ephemeral) { if (!process.env.COMPLIANCE_DEBUG) return Promise.resolve();",
    },
];

/**
 * What the SDK does for each promise and each resource although nobody will see it: a stack trace for a promise that leaks,
 * kept for PULUMI_DEBUG_PROMISE_LEAKS, and messages to the engine that it shows only when asked to debug.
 * @type {Plugin}
 */
export const withoutUnseenWork = changedSdk("without unseen work", UNSEEN);

/**
 * Bundling fails where the SDK does not say once what is changed: another version of it has to be looked at.
 * @param {string} name
 * @param {readonly Change[]} changes
 * @returns {Plugin}
 */
export function changedSdk(name, changes) {
    return {
        name,
        setup(build) {
            for (const place of new Set(changes.map((change) => change.place))) {
                const file = path.join(sdk, place);
                build.onLoad({ filter: new RegExp(`${place.replace(/[/.]/g, "\\$&")}$`) }, ({ path: found }) => {
                    if (found !== file) return undefined;
                    const text = fs.readFileSync(file, "utf8");
                    const own = changes.filter((change) => change.place === place);
                    return { contents: own.reduce(changed, text), loader: "js" };
                });
            }
        },
    };
}

/**
 * @param {string} text
 * @param {Change} change
 */
function changed(text, { place, from, to }) {
    if (text.split(from).length !== 2) throw new Error(`${place} of @pulumi/pulumi does not have one "${from}"`);
    return text.replace(from, () => to);
}
