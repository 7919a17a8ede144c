const QUOTE = '"';

/**
 * Splits a CSV record that holds quotes, line by line, since a quoted field may hold line ends (RFC 4180). A quote inside a
 * field that does not begin with one is an ordinary character, as it is for people.
 */
export class QuotedRecord {
    readonly fields: string[] = [];
    /** A quoted field went on after its closing quote: from there on nobody can say what is quoted. */
    broken = false;
    private readonly delimiter: string;
    private field = "";
    private inQuotes = false;
    private kept = true;

    constructor(delimiter: string) {
        this.delimiter = delimiter;
    }

    /** Follows the quotes only, from now on: the record is too long to be kept. */
    forget(): void {
        this.kept = false;
        this.field = "";
        this.fields.length = 0;
    }

    /** Whether the record is complete with this line; else its quoted field goes on in the next one. */
    feed(line: string): boolean {
        let at = 0;
        if (this.inQuotes) this.keep("\n");
        while (true) {
            if (!this.inQuotes) {
                const begins = this.beginsQuoted(line, at);
                if (begins < 0) {
                    const end = line.indexOf(this.delimiter, at);
                    this.push(end < 0 ? line.slice(at) : line.slice(at, end));
                    if (end < 0) return true;
                    at = end + 1;
                    continue;
                }
                this.inQuotes = true;
                this.field = "";
                at = begins + 1;
            }
            const close = line.indexOf(QUOTE, at);
            if (close < 0) {
                this.keep(line.slice(at));
                return false;
            }
            this.keep(line.slice(at, close));
            at = close + 1;
            if (line[at] === QUOTE) {
                this.keep(QUOTE);
                at++;
                continue;
            }
            this.inQuotes = false;
            this.push(this.field);
            while (line[at] === " ") at++;
            if (at >= line.length) return true;
            if (line[at] !== this.delimiter) {
                this.broken = true;
                const end = line.indexOf(this.delimiter, at);
                if (end < 0) return true;
                at = end;
            }
            at++;
        }
    }

    private keep(text: string): void {
        if (this.kept) this.field += text;
    }

    private push(field: string): void {
        if (this.kept) this.fields.push(field);
    }

    private beginsQuoted(line: string, from: number): number {
        let at = from;
        while (line[at] === " ") at++;
        return line[at] === QUOTE ? at : -1;
    }
}
