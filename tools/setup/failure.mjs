/**
 * Something the person at the keyboard can mend. Its message names the thing and the fix and is shown as it is, without
 * a stack trace.
 */
export class SetUpFailure extends Error {
    name = "SetUpFailure";
}
