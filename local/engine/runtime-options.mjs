/**
 * The `runtime.options` of Pulumi.yaml or PulumiPolicy.yaml.
 * @param {import("@pulumi/pulumi/proto/language_pb.js").ProgramInfo | undefined} info
 * @returns {{ nodeArgs: string[], typescript: boolean, tsconfig: string | undefined }}
 */
export function runtimeOptions(info) {
    const options = info?.getOptions()?.toJavaScript() ?? {};
    return {
        nodeArgs: splitWords(typeof options.nodeargs === "string" ? options.nodeargs : ""),
        typescript: options.typescript !== false && options.typescript !== "false",
        tsconfig: typeof options.tsconfig === "string" ? options.tsconfig : undefined,
    };
}

/**
 * Splits a command line at its spaces, except within quotes.
 * @param {string} text
 */
export function splitWords(text) {
    const words = text.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
    return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}
