import { SaxesParser } from "saxes";
import type { Conventions } from "../conventions.ts";
import type { Limits } from "../limits.ts";
import type { Finding, Reader, Row } from "../rows/row.ts";
import type { Bytes } from "../text/byte-stream.ts";
import { asXmlText } from "../text/encoding.ts";
import { FileFault } from "../text/file-fault.ts";
import { PacsHandler } from "./pacs-handler.ts";
import { TransactionCount } from "./transaction-count.ts";
import { XmlGuard } from "./xml-guard.ts";

/** Reads pacs.008 messages: any version, envelope, prefix and number of documents in one file. */
export class Iso20022Reader implements Reader {
    private readonly bytes: Bytes;
    private readonly handler: PacsHandler;
    private readonly guard: XmlGuard;
    private readonly parser: Parser;
    private begun = false;

    constructor(bytes: Bytes, limits: Limits, conventions: Conventions) {
        this.bytes = bytes;
        this.handler = new PacsHandler(limits, conventions);
        this.guard = new XmlGuard(limits);
        this.parser = parserFor(this.handler);
    }

    async *rows(): AsyncGenerator<readonly Row[]> {
        const count = new TransactionCount();
        for await (const chunk of asXmlText(this.bytes)) {
            const { text, fault } = this.guard.pass(chunk);
            count.add(text);
            const failure = this.guarded(() => this.parse(text)) ?? fault;
            yield this.handler.rows.splice(0);
            if (failure !== undefined) throw failure;
        }
        if (!this.begun) throw new FileFault("empty-file", "the file holds no element");
        if (this.handler.depth > 0 || this.guard.unfinished) {
            throw new FileFault("truncated-file", "the file ends inside an element");
        }
        // Text after the last element is told only now.
        this.parser.close();
        count.finish();
        const hidden = count.total - this.handler.transactions;
        if (hidden !== 0)
            throw new FileFault("unreadable-file", `${hidden} transactions stand in texts, not as elements`);
        this.handler.finish();
    }

    findings(): readonly Finding[] {
        return this.handler.findings;
    }

    private parse(text: string): void {
        if (!this.begun && text.trim() !== "") {
            this.begun = true;
            if (!text.trimStart().startsWith("<")) throw new FileFault("unreadable-file", "the file is not XML");
        }
        this.parser.write(text);
    }

    /** The rows before a fault stand, so it waits until they are handed over. */
    private guarded(step: () => void): FileFault | undefined {
        try {
            step();
            return undefined;
        } catch (error) {
            if (error instanceof FileFault) return error;
            throw error;
        }
    }
}

type Parser = SaxesParser<{ fragment: true; position: false; xmlns: false }>;

function parserFor(handler: PacsHandler): Parser {
    // A fragment may hold several roots: banks put documents one after another.
    const parser: Parser = new SaxesParser({ fragment: true, position: false, xmlns: false });
    parser.on("opentag", (tag) => handler.open(tag, parser.position));
    parser.on("text", (text) => handler.add(text));
    parser.on("cdata", (text) => handler.add(text));
    parser.on("closetag", () => handler.close(parser.position));
    parser.on("error", (error) => {
        if (/undefined entity/.test(error.message)) {
            throw new FileFault("forbidden-xml", "the file uses an entity", { cause: error });
        }
        throw new FileFault("unreadable-file", `the file is not well-formed: ${error.message}`, { cause: error });
    });
    return parser;
}
