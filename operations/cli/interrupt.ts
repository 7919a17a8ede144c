/** Why a command was stopped: somebody asked for it. */
export class Interrupted extends Error {
    override readonly name = "Interrupted";
    /** What a shell expects of a command that Ctrl-C ended. */
    static readonly exitCode = 130;
}

/** A signal that Ctrl-C, a closed terminal or a polite kill aborts, so that the command can clean up and end. */
export function interruptible(): AbortSignal {
    const stop = new AbortController();
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
        process.on(name, () => stop.abort(new Interrupted(`stopped by ${name}`)));
    }
    return stop.signal;
}
