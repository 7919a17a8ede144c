import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** @typedef {import("esbuild").Plugin} Plugin */

/**
 * A bundle lies in another folder than its sources, which still find their files beside them.
 * @param {RegExp} [filter] those that look for files, where they are known
 * @returns {Plugin}
 */
export const placesOfSources = (filter = /\.(ts|mjs)$/) => ({
    name: "places of sources",
    setup(build) {
        build.onLoad({ filter }, async ({ path: file }) => {
            if (/[/\\]node_modules[/\\]/.test(file)) return undefined;
            const text = fs.readFileSync(file, "utf8");
            if (!text.includes("import.meta.")) return undefined;
            const place = { url: pathToFileURL(file).href, dirname: path.dirname(file), filename: file };
            const { code } = await build.esbuild.transform(text, {
                loader: file.endsWith(".ts") ? "ts" : "js",
                // Where it is an expression, and not where it stands in a text.
                define: Object.fromEntries(
                    Object.entries(place).map(([name, value]) => [`import.meta.${name}`, JSON.stringify(value)]),
                ),
                sourcefile: file,
                sourcemap: "inline",
            });
            return { contents: code, loader: "js" };
        });
    },
});

/**
 * Libraries that are not in a bundle, because few runs need them: loaded at the first look at them, and then as they are.
 * esbuild, tsx and TypeScript are for building; OpenTelemetry is for those who trace a program.
 * @type {Plugin}
 */
export const onDemand = {
    name: "on demand",
    setup(build) {
        build.onResolve({ filter: /^(esbuild|tsx|typescript)(\/|$)/ }, ({ path: name }) => ({
            path: name,
            external: true,
        }));
        build.onResolve({ filter: /^@opentelemetry\// }, ({ path: name, namespace }) => {
            if (name === "@opentelemetry/api") return undefined;
            return namespace === "on-demand" ? { path: name, external: true } : { path: name, namespace: "on-demand" };
        });
        build.onLoad({ filter: /.*/, namespace: "on-demand" }, ({ path: name }) => ({
            contents: `module.exports = new Proxy({}, {
                get: (_, asked) => asked === "__esModule" || require(${JSON.stringify(name)})[asked],
            });`,
        }));
    },
};

/** What of a library stays outside, to be taken from where `tools/pulumi-sdk` has put it. */
const SDK = /^(@pulumi\/pulumi|@grpc\/grpc-js|google-protobuf)(\/|$)/;

/**
 * For what Pulumi's runner loads: a process must have one SDK, and the runner has its own already.
 * @type {Plugin}
 */
export const sdkOutside = {
    name: "SDK outside",
    setup(build) {
        build.onResolve({ filter: SDK }, ({ path: name }) => ({ path: name, external: true }));
    },
};
