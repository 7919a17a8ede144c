const NAME = "CdtTrfTxInf";
/** What stands before the name, and what does not stand behind it. */
const BEFORE = /(?:<|&lt;|&#x0*3[cC];|&#0*60;)(?:[^\s<>&/:="']{1,100}:)?$/;
const GOES_ON = /[\w.:-]/;
/** Longer than any opening, so that one cut in two is met in the next chunk. */
const CARRIED = 512;

/**
 * Counts what looks like the beginning of a transaction, in the text as it stands: what the reader made of the file must
 * come to the same number. It also finds those that stand where elements are no elements, in CDATA or behind escapes.
 */
export class TransactionCount {
    total = 0;
    private carried = "";
    /** Characters of what is carried whose names are counted. */
    private counted = 0;

    add(chunk: string): void {
        const text = this.carried + chunk;
        // What the last name is followed by may still come.
        const end = Math.max(this.counted, text.length - NAME.length);
        this.count(text, end);
        const carried = Math.max(0, text.length - CARRIED);
        this.carried = text.slice(carried);
        this.counted = end - carried;
    }

    /** To be called once, at the end of the file. */
    finish(): void {
        this.count(this.carried, this.carried.length);
    }

    /** The names that begin from where counting ended to `end`. */
    private count(text: string, end: number): void {
        for (
            let at = text.indexOf(NAME, this.counted);
            at >= 0 && at < end;
            at = text.indexOf(NAME, at + NAME.length)
        ) {
            const goesOn = GOES_ON.test(text.charAt(at + NAME.length));
            if (!goesOn && BEFORE.test(text.slice(Math.max(0, at - CARRIED / 2), at))) this.total++;
        }
    }
}
