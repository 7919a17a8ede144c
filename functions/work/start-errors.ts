import { NotNow, Refused } from "./ports.ts";

const LATER = /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/;

/** What an error of a call that starts something says of the start; one that leaves it open comes back as it is. */
export function startError(error: unknown): unknown {
    if (!(error instanceof Error)) return error;
    const told = `${error.name}: ${error.message}`;
    if (LATER.test(error.name)) return new NotNow(told, { cause: error });
    // The service understood and said no; everything else, such as silence, may have started it.
    return "$fault" in error && error.$fault === "client" ? new Refused(told, { cause: error }) : error;
}

/** Errors by which a service says that it does not have the job, or has it no longer running. */
export function isOver(error: unknown): boolean {
    return error instanceof Error && /^(ResourceNotFound|ValidationException)/.test(error.name);
}
