import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/**
 * The SDK asks a person's login, a container or an instance for credentials. A function has them in its environment,
 * so everything else need not be loaded at its start.
 */
export const credentialsFromEnvironment: Plugin = {
    name: "credentials-from-environment",
    setup({ onResolve, onLoad }) {
        const namespace = "credentials-from-environment";
        onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path, resolveDir }) => ({
            path,
            namespace,
            pluginData: resolveDir,
        }));
        onLoad({ filter: /.*/, namespace }, ({ pluginData }) => ({
            contents: 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";',
            resolveDir: pluginData,
        }));
    },
};

/**
 * The SDK describes every operation of a service in one file of plain arrays. esbuild keeps an unused one, because its
 * keys are computed; marked as free of effects, only those of the operations in use stay.
 */
export const onlyUsedOperations: Plugin = {
    name: "only-used-operations",
    setup({ onLoad }) {
        onLoad({ filter: /[\\/]schemas[\\/]schemas_\d+\.js$/ }, async ({ path }) => {
            const source = await readFile(path, "utf8");
            return { contents: source.replace(DESCRIPTION, "$1 = /* @__PURE__ */ (() => $2)();"), loader: "js" };
        });
    },
};

/** A client of the SDK says its version to AWS, and for that would carry its whole package.json. */
export const onlyVersionOfClients: Plugin = {
    name: "only-version-of-clients",
    setup({ onLoad }) {
        onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/ }, async ({ path }) => {
            const { version } = JSON.parse(await readFile(path, "utf8"));
            return { contents: JSON.stringify({ version }), loader: "json" };
        });
    },
};

/**
 * Streams of events, such as those of S3 Select, are in every client's code, and no function reads or writes one: whoever
 * does after all is told by name.
 */
export const withoutEventStreams: Plugin = {
    name: "without-event-streams",
    setup({ onResolve, onLoad }) {
        const namespace = "without-event-streams";
        onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path }) => ({ path, namespace }));
        onLoad({ filter: /.*/, namespace }, () => ({
            contents: `
                export const resolveEventStreamSerdeConfig = (config) => config;
                export const eventStreamSerdeProvider = () => undefined;
                export class EventStreamSerde {
                    constructor() {
                        throw new Error("the bundles leave event streams out: see withoutEventStreams");
                    }
                }`,
        }));
    },
};

/** `var Name = [ … ];` at the start of a line, up to the first line that ends it. */
const DESCRIPTION = /^((?:export )?var [\w$]+) = (\[[\s\S]*?\]);$/gm;
