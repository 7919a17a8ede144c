import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";

/** A bundle lies in another folder than its sources; these, which look for files beside them, still find them. */
export function placesOf(files: ReadonlySet<string>): Plugin {
    const names = [...files].map((file) => file.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return {
        name: "places of sources",
        setup({ onLoad, esbuild }) {
            if (names.length === 0) return;
            // By name, because esbuild asks here for each file anew, changed or not.
            onLoad({ filter: new RegExp(`[/\\\\](${names.join("|")})$`) }, async ({ path }) => {
                const place = { url: pathToFileURL(path).href, dirname: dirname(path), filename: path };
                // Where it is an expression, and not where it stands in a text, such as the head of a function's bundle.
                const define = Object.fromEntries(
                    Object.entries(place).map(([name, value]) => [`import.meta.${name}`, JSON.stringify(value)]),
                );
                const text = await readFile(path, "utf8");
                const { code } = await esbuild.transform(text, {
                    loader: "ts",
                    define,
                    sourcefile: path,
                    sourcemap: "inline",
                });
                return { contents: code, loader: "js" };
            });
        },
    };
}

/** What keeps the compiler out of a program that Node runs from its sources; a bundle has none to begin with. */
export const withoutLeanPulumi: Plugin = {
    name: "without lean-pulumi",
    setup({ onLoad }) {
        onLoad({ filter: /[/\\]tools[/\\]lean-pulumi\.cjs$/ }, () => ({ contents: "" }));
    },
};

/**
 * What the SDK loads to speak with an engine, to turn a function into text, and to find out where a promise came from.
 * Nothing of that happens when a program is judged in process; whoever uses it after all is told.
 */
export const onlyWhatIsUsed: Plugin = {
    name: "only what is used",
    setup({ onResolve, onLoad }) {
        const namespace = "left-out";
        onResolve({ filter: /(\/typescript-shim|^@npmcli\/arborist|\/v8Hooks)$/ }, ({ path, importer }) =>
            /@pulumi[/\\]pulumi[/\\]/.test(importer) ? { path, namespace } : undefined,
        );
        onResolve({ filter: /^@grpc\/grpc-js$/ }, ({ path }) => ({ path, namespace }));
        onLoad({ filter: /.*/, namespace }, ({ path }) => ({
            contents: path === "@grpc/grpc-js" ? WITHOUT_WIRE : leftOut(path),
        }));
        onLoad({ filter: /google-protobuf[/\\]google[/\\]protobuf[/\\]struct_pb\.js$/ }, ({ path }) => ({
            contents: `${readFileSync(path, "utf8")}${STRUCT_AS_IT_IS}`,
            loader: "js",
        }));
        onLoad({ filter: /@pulumi[/\\]pulumi[/\\]runtime[/\\]debuggable\.js$/ }, ({ path }) => ({
            // Each promise of the SDK would keep a trace and a place in a list, for the message about one that leaks.
            contents: readFileSync(path, "utf8").replace(/(function debuggablePromise\(p, ctx\) \{)/, "$1 return p;"),
            loader: "js",
        }));
    },
};

/** The SDK compares the codes, and makes classes of clients when it is loaded. */
const WITHOUT_WIRE = `
const refuse = () => { throw new Error("nothing is sent over gRPC when a program is judged in process"); };
module.exports = {
    status: { OK: 0, CANCELLED: 1, UNKNOWN: 2, INVALID_ARGUMENT: 3, UNIMPLEMENTED: 12, INTERNAL: 13, UNAVAILABLE: 14 },
    credentials: { createInsecure: refuse },
    makeGenericClientConstructor: () => class { constructor() { refuse(); } },
    Server: class { constructor() { refuse(); } },
    ServerCredentials: { createInsecure: refuse },
    InterceptingCall: class { constructor() { refuse(); } },
};`;

/** Properties would be taken apart into messages, for a wire that is not there, and put together again. */
const STRUCT_AS_IT_IS = `
exports.Struct.fromJavaScript = (value) => Object.assign(new exports.Struct(), { toJavaScript: () => value });`;

function leftOut(path: string): string {
    return `module.exports = new Proxy({}, { get(_, asked) {
        if (asked === "__esModule" || typeof asked === "symbol") return undefined;
        throw new Error(${JSON.stringify(`${path} is left out where a program is judged in process, so there is no `)} + asked);
    } });`;
}
