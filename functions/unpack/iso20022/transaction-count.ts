const OPENING = /(?:<|&lt;|&#x0*3[cC];|&#0*60;)(?:[^\s<>&/:="']{1,100}:)?CdtTrfTxInf(?![\w.:-])/g;
/** Longer than any opening, so that one cut in two is met in the next chunk. */
const CARRIED = 256;

/**
 * Counts what looks like the beginning of a transaction, in the text as it stands: what the reader made of the file must
 * come to the same number. It also finds those that stand where elements are no elements, in CDATA or behind escapes.
 */
export class TransactionCount {
    total = 0;
    private carried = "";

    add(chunk: string): void {
        const text = this.carried + chunk;
        // The opening at the very end may go on: what is counted later is carried.
        const safe = text.length - CARRIED;
        let at = 0;
        OPENING.lastIndex = 0;
        for (let found = OPENING.exec(text); found !== null && found.index < safe; found = OPENING.exec(text)) {
            this.total++;
            at = OPENING.lastIndex;
        }
        this.carried = text.slice(Math.max(at, safe, 0));
    }

    /** To be called at the end of the file. */
    finish(): void {
        this.total += this.carried.match(OPENING)?.length ?? 0;
        this.carried = "";
    }
}
