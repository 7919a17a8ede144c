import type { SaxesTagPlain } from "saxes";
import type { Limits } from "../limits.ts";
import type { Finding, Row } from "../rows/row.ts";
import { FileFault } from "../text/file-fault.ts";
import { ControlTotals } from "./control-totals.ts";
import { KEPT_PATHS } from "./pacs-fields.ts";
import { isCustomerCreditTransfer, localName, Namespaces } from "./pacs-names.ts";
import { PacsRow } from "./pacs-row.ts";

interface Message {
    depth: number;
    group: Map<string, string>;
    totals: ControlTotals;
    rows: number;
}

interface Capture {
    kind: "GrpHdr" | "CdtTrfTxInf";
    depth: number;
    /** Names below the captured element. */
    path: string[];
    texts: Map<string, string>;
    startedAt: number;
}

/** Follows the events of an XML parser and keeps, of all there is, the transactions of pacs.008 messages. */
export class PacsHandler {
    readonly rows: Row[] = [];
    readonly findings: Finding[] = [];
    /** Another message in the file: the rows of the pacs.008 messages beside it stand. */
    wrongMessage: FileFault | null = null;
    private readonly limits: Limits;
    private readonly names: string[] = [];
    private readonly namespaces = new Namespaces();
    private definition: string | undefined;
    private message: Message | null = null;
    private capture: Capture | null = null;
    private text = "";
    private messages = 0;

    constructor(limits: Limits) {
        this.limits = limits;
    }

    get depth(): number {
        return this.names.length;
    }

    open(tag: SaxesTagPlain, position: number): void {
        const name = localName(tag.name);
        const parent = this.names.at(-1);
        this.names.push(name);
        this.text = "";
        if (this.depth > this.limits.xmlDepth) {
            throw new FileFault("unreadable-file", `elements are nested deeper than ${this.limits.xmlDepth}`);
        }
        if (this.capture !== null) {
            this.capture.path.push(name);
            const currency = tag.attributes.Ccy?.trim();
            if (currency !== undefined && currency !== "") this.keep(this.capture, "@Ccy", currency);
            return;
        }
        this.namespaces.open(tag, this.depth);
        if (parent === undefined || (name !== "GrpHdr" && name !== "CdtTrfTxInf")) {
            const named = isCustomerCreditTransfer(name, { namespace: undefined, header: undefined });
            if (named && this.message === null) this.begin(this.depth);
            return;
        }
        this.openPart(name, parent, this.namespaces.of(tag.name), position);
    }

    add(text: string): void {
        if (this.depth === 0 && text.trim() !== "") {
            throw new FileFault("unreadable-file", "there is text outside of every element");
        }
        this.text += text;
    }

    close(position: number): void {
        const name = this.names.at(-1);
        const text = this.text.trim();
        this.text = "";
        if (this.capture === null) {
            if (name === "MsgDefIdr") this.definition = text;
            if (this.message?.depth === this.depth) this.end();
        } else if (this.depth > this.capture.depth) {
            if (text !== "") this.keep(this.capture, "", text);
            this.capture.path.pop();
        } else {
            this.endPart(this.capture, position);
        }
        if (this.capture === null) this.namespaces.close(this.depth);
        this.names.pop();
        if (this.depth === 0) this.endRoot(name ?? "");
    }

    private keep(capture: Capture, suffix: string, text: string): void {
        const path = capture.path.join("/") + suffix;
        if (KEPT_PATHS.has(path) && !capture.texts.has(path)) capture.texts.set(path, text);
    }

    private openPart(name: Capture["kind"], parent: string, namespace: string | undefined, position: number): void {
        const inMessage = this.message !== null && this.message.depth === this.depth - 1;
        const ours = isCustomerCreditTransfer(parent, { namespace, header: this.definition });
        if (!inMessage && !ours) {
            this.messages++;
            this.wrongMessage ??= new FileFault(
                "wrong-message",
                `the file holds a ${parent.slice(0, 64)}, not a pacs.008`,
            );
            return;
        }
        if (!inMessage) this.begin(this.depth - 1);
        this.capture = { kind: name, depth: this.depth, path: [], texts: new Map(), startedAt: position };
    }

    private endPart(capture: Capture, position: number): void {
        this.capture = null;
        const { message } = this;
        if (message === null) return;
        if (capture.kind === "GrpHdr") {
            // Some files repeat the header for each batch of one message.
            if (message.rows > 0) this.settle(message);
            message.group = capture.texts;
            message.totals = new ControlTotals(capture.texts);
            return;
        }
        message.rows++;
        message.totals.add(capture.texts);
        const length = position - capture.startedAt;
        const { rowBytes } = this.limits;
        const tooLong = length > rowBytes ? `the transaction is longer than ${rowBytes} characters` : null;
        const place = `transaction ${message.rows} of message ${this.messages}`;
        this.rows.push(new PacsRow(place, capture.texts, message.group, tooLong));
    }

    private begin(depth: number): void {
        const group = new Map<string, string>();
        this.messages++;
        this.message = { depth, group, totals: new ControlTotals(group), rows: 0 };
    }

    private end(): void {
        if (this.message !== null) this.settle(this.message);
        this.message = null;
    }

    private settle(message: Message): void {
        this.findings.push(...message.totals.findings(`message ${this.messages}`));
    }

    private endRoot(name: string): void {
        if (this.messages > 0) return;
        this.wrongMessage ??= new FileFault("wrong-message", `no pacs.008 is in the element ${name.slice(0, 64)}`);
    }
}
