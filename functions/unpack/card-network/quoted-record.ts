const QUOTE = '"';

export type Progress = "complete" | "open" | "broken";

/** Splits a CSV record that holds quotes, line by line, since a quoted field may hold line ends (RFC 4180). */
export class QuotedRecord {
    readonly fields: string[] = [];
    private readonly delimiter: string;
    private field = "";
    private inQuotes = false;

    constructor(delimiter: string) {
        this.delimiter = delimiter;
    }

    /** A quote inside a field that does not begin with one is an ordinary character, as it is for people. */
    feed(line: string): Progress {
        let at = 0;
        if (this.inQuotes) this.field += "\n";
        while (true) {
            if (!this.inQuotes) {
                const begins = this.beginsQuoted(line, at);
                if (begins < 0) {
                    const end = line.indexOf(this.delimiter, at);
                    this.fields.push(end < 0 ? line.slice(at) : line.slice(at, end));
                    if (end < 0) return "complete";
                    at = end + 1;
                    continue;
                }
                this.inQuotes = true;
                this.field = "";
                at = begins + 1;
            }
            const close = line.indexOf(QUOTE, at);
            if (close < 0) {
                this.field += line.slice(at);
                return "open";
            }
            this.field += line.slice(at, close);
            at = close + 1;
            if (line[at] === QUOTE) {
                this.field += QUOTE;
                at++;
                continue;
            }
            this.inQuotes = false;
            this.fields.push(this.field);
            while (line[at] === " ") at++;
            if (at >= line.length) return "complete";
            if (line[at] !== this.delimiter) return "broken";
            at++;
        }
    }

    private beginsQuoted(line: string, from: number): number {
        let at = from;
        while (line[at] === " ") at++;
        return line[at] === QUOTE ? at : -1;
    }
}
