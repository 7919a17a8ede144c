const { sourceOf } = require("../bundles/lines.cjs");

/** No component of ours nests as deep. */
const DEEPEST = 64;

/**
 * Where the program stands, innermost first, as Pulumi's SDK asks for each resource: it keeps with a resource the place
 * that made it. The SDK has each frame of each stack mapped back to its source by a library, which takes longer than all
 * else that the program does. Here only frames of our own sources get a place, from a table.
 * @returns {{ file?: string, line?: number, column?: number }[]}
 */
function callsites() {
    const { prepareStackTrace, stackTraceLimit } = Error;
    try {
        Error.stackTraceLimit = DEEPEST;
        Error.prepareStackTrace = (_, frames) => frames;
        /** @type {{ stack: NodeJS.CallSite[] }} */
        const holder = { stack: [] };
        Error.captureStackTrace(holder);
        return holder.stack.map((frame) => {
            const file = frame.getFileName();
            const source = file ? sourceOf(file, frame.getLineNumber() ?? 0) : undefined;
            return source ? { ...source, column: 1 } : {};
        });
    } finally {
        Object.assign(Error, { prepareStackTrace, stackTraceLimit });
    }
}

module.exports = { callsites };
