/**
 * Imported before the SDK, because it changes how the SDK starts and runs.
 *
 * Pulumi notes a stack trace for every promise, to be shown if the promise leaks, and for every resource, for its
 * position in the source. Its runner maps each of them back to the TypeScript, which costs more than all else that
 * the program does. Only traces that a person may see are worth that.
 */
import "../tools/lean-pulumi.cjs";

type PrepareStackTrace = (error: Error, frames: NodeJS.CallSite[]) => string;

const mapped = Error.prepareStackTrace as PrepareStackTrace | undefined;

Error.prepareStackTrace = (error, frames): string => {
    const taker = frames[0]?.getFileName() ?? "";
    if (taker.endsWith("/@pulumi/pulumi/runtime/debuggable.js")) return "";
    const plain = () => `${error}${frames.map((frame) => `\n    at ${frame}`).join("")}`;
    if (taker.endsWith("/@pulumi/pulumi/resource.js")) return plain();
    return mapped === undefined ? plain() : mapped(error, frames);
};
