import { ResourceError, RunError } from "@pulumi/pulumi";
import type { Site } from "../../../local/in-process/resources.ts";
import type { Fault, Sited } from "./judgement.ts";

/** Classes of the SDK above the call, and functions of the program between it and the resource. */
const DEEPEST = 16;

/** Finds the frame of the program that is constructing a resource, in the form of the SDK's own traces. */
export function siteTaker(codeFile: string): () => { uri: string; line: number; column: number }[] {
    return function take() {
        const { stackTraceLimit, prepareStackTrace } = Error;
        try {
            Error.stackTraceLimit = DEEPEST;
            Error.prepareStackTrace = (_error, frames) => frames;
            const taken: { stack?: NodeJS.CallSite[] } = {};
            Error.captureStackTrace(taken, take);
            const frame = taken.stack?.find((one) => one.getFileName() === codeFile);
            const [line, column] = [frame?.getLineNumber(), frame?.getColumnNumber()];
            return line && column ? [{ uri: codeFile, line, column }] : [];
        } finally {
            Error.stackTraceLimit = stackTraceLimit;
            Error.prepareStackTrace = prepareStackTrace;
        }
    };
}

/** What the SDK would tell the engine of an error that nobody caught; where it was thrown stands in the site. */
export function faultOf(error: unknown, entry: string, codeFile: string): Sited<Fault> {
    // A RunError is about what the program was given, and says what.
    const site = error instanceof Error && !RunError.isInstance(error) ? siteOfError(error, codeFile) : undefined;
    return { message: messageOf(error, entry).trim(), ...(site && { site }) };
}

function messageOf(error: unknown, entry: string): string {
    if (RunError.isInstance(error)) return error.message;
    if (ResourceError.isInstance(error) && error.hideStack) return error.message;
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return ResourceError.isInstance(error)
        ? message
        : `Running program '${entry}' failed with an unhandled exception:\n${message}`;
}

function siteOfError({ stack = "" }: Error, codeFile: string): Site | undefined {
    const at = stack.indexOf(`${codeFile}:`);
    const [, line, column] = /^:(\d+):(\d+)/.exec(at === -1 ? "" : stack.slice(at + codeFile.length)) ?? [];
    return line === undefined ? undefined : { file: codeFile, line: Number(line), column: Number(column) };
}
