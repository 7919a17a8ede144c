/** What the engine would not go on with, in its own words: it ends the preview. */
export class Refused extends Error {
    readonly reasons: readonly string[];

    constructor(reasons: readonly string[]) {
        super(reasons.join("\n"));
        this.reasons = reasons;
    }
}
