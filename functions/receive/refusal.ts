/** Why a request is refused, as the answer says it. */
export const REFUSALS = {
    "no-token": [401, "The request carries no bearer token, or more than one."],
    "other-identity": [403, "Only the identity of Data Factory brings data here."],
    "token-refused": [403, "AWS does not trust this token for this purpose."],
    "unknown-route": [404, "There is nothing at this address."],
    "unknown-set": [404, "No supplementary set has this name."],
    "invalid-run": [400, "The run is not a GUID in small letters."],
    "wrong-type": [415, "The body must be application/json in UTF-8, not compressed."],
    "invalid-body": [400, "The body is not what this address takes."],
    "invalid-row": [400, "A row is not what its set takes; no row of the batch was kept."],
    "repeated-row": [400, "Two rows of the batch are about the same; no row of the batch was kept."],
    "too-many-rows": [413, "The batch has too many rows."],
    "set-too-large": [413, "The set has too many rows; it stays invisible."],
    "too-large": [413, "The body has too many bytes."],
    "rows-differ": [409, "Not every row that was copied has arrived; the set stays invisible."],
    "nothing-arrived": [409, "The run brought no row; an empty set would hide the last good one."],
    "run-ended": [409, "The run has ended; start another one."],
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** The caller's fault: answered with a reason, never retried here, and nothing is left half-written. */
export class Refusal extends Error {
    override readonly name = "Refusal";
    readonly code: RefusalCode;
    readonly status: number;
    /** Why AWS said no: for our log, not for the caller. */
    readonly reason: string | undefined;

    /** `detail` says where, never what: a value may be personal. */
    constructor(code: RefusalCode, detail = "", reason?: string) {
        const [status, sentence] = REFUSALS[code];
        super(detail === "" ? sentence : `${sentence} ${detail}`);
        this.code = code;
        this.status = status;
        this.reason = reason;
    }
}
