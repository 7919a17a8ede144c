import { pathToFileURL } from "node:url";
import { transformSync } from "esbuild";

/** What the map of a module says that went through here. */
export const MARK = "?as-written";

/**
 * TypeScript without its types, otherwise as it was written, with the map back.
 * @param {string} path
 * @param {string} source
 */
export function asWritten(path, source) {
    const { code, map } = transformSync(source, {
        loader: "ts",
        format: "esm",
        target: "node20",
        sourcemap: "external",
        sourcefile: `${pathToFileURL(path).href}${MARK}`,
        sourcesContent: false,
    });
    return { code, map };
}
