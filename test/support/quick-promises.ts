import { createRequire } from "node:module";

type Debuggable = (promise: Promise<unknown>, context: unknown) => Promise<unknown>;

/**
 * Pulumi's SDK keeps with every promise the stack that made it, mapped back to the sources: two thirds of what a test waits
 * for that makes the program. It shows them when a promise never ends, and still says then which one it is.
 */
const debuggable = createRequire(import.meta.url)("@pulumi/pulumi/runtime/debuggable.js") as {
    debuggablePromise: Debuggable;
};
const { debuggablePromise } = debuggable;

debuggable.debuggablePromise = (promise, context) => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        return debuggablePromise(promise, context);
    } finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
};
