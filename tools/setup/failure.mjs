/**
 * Something the person at the keyboard can mend. Its message names the thing and the fix and is shown as it is, without
 * a stack trace.
 */
export class SetUpFailure extends Error {
    /** @override */
    name = "SetUpFailure";
}

/** The work was stopped on purpose: by a signal, or because a step beside it failed. */
export class Interrupted extends Error {
    /** @override */
    name = "Interrupted";

    /** @param {unknown} reason the signal's name, or the failure of the other step */
    constructor(reason) {
        super(`interrupted by ${String(reason)}`);
        this.reason = reason;
    }
}

const mendable = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "ENOTDIR", "EEXIST"]);

/**
 * Turns what the file system refuses into a message that names the place.
 * @param {unknown} error
 * @param {string} folder
 */
export function asFileFailure(error, folder) {
    const { code, message, path } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
    if (!mendable.has(code ?? "")) return error;
    return new SetUpFailure(
        [
            `Cannot write to ${path ?? folder}: ${message}`,
            `The set-up keeps all it makes in ${folder}: make that folder and its disk writable, or remove what is in its place.`,
        ].join("\n"),
    );
}
