import type { SaxesTagPlain } from "saxes";
import type { Conventions } from "../conventions.ts";
import type { Limits } from "../limits.ts";
import type { Finding, Row } from "../rows/row.ts";
import { FileFault } from "../text/file-fault.ts";
import { Message } from "./message.ts";
import { isCustomerCreditTransfer, localName, Namespaces } from "./pacs-names.ts";
import { Part } from "./part.ts";

const TRANSACTION = "CdtTrfTxInf";
const GROUP_HEADER = "GrpHdr";

/** Follows the events of an XML parser and keeps, of all there is, the transactions of pacs.008 messages. */
export class PacsHandler {
    readonly rows: Row[] = [];
    readonly findings: Finding[] = [];
    /** What else the file holds that should not be there: the rows beside it stand. */
    stray: FileFault | null = null;
    /** Elements that are named like transactions, wherever they stand. */
    transactions = 0;
    private readonly limits: Limits;
    private readonly conventions: Conventions;
    private readonly names: string[] = [];
    private readonly namespaces = new Namespaces();
    private definition: string | undefined;
    /** The same, until a message has been compared with it. */
    private announced: string | undefined;
    private message: Message | null = null;
    private part: Part | null = null;
    private text = "";
    /** Whether the text stands behind an element. */
    private afterChild = false;
    private messages = 0;
    private rowsRead = 0;

    constructor(limits: Limits, conventions: Conventions) {
        this.limits = limits;
        this.conventions = conventions;
    }

    get depth(): number {
        return this.names.length;
    }

    open(tag: SaxesTagPlain, position: number): void {
        const name = localName(tag.name);
        const parent = this.names.at(-1);
        this.names.push(name);
        if (this.depth > this.limits.xmlDepth) {
            throw new FileFault("unreadable-file", `elements are nested deeper than ${this.limits.xmlDepth}`);
        }
        this.namespaces.open(tag, this.depth);
        const namespace = this.namespaces.of(tag.name);
        if (name === TRANSACTION) this.transactions++;
        if (this.part !== null) {
            if (name === TRANSACTION) this.misplaced();
            this.part.open(namespace === this.message?.namespace ? name : null, tag.attributes.Ccy?.trim());
            return;
        }
        if (this.message === null || this.message.depth === this.depth - 1) this.refuseText(parent);
        this.text = "";
        this.afterChild = false;
        if (this.message !== null) this.openInMessage(this.message, name, namespace, position);
        else this.openInEnvelope(name, parent, namespace, position);
    }

    add(text: string): void {
        if (this.depth === 0 && text.trim() !== "") {
            throw new FileFault("unreadable-file", "there is text outside of every element");
        }
        if (this.part === null) this.text += text;
        else this.part.add(text);
    }

    close(position: number): void {
        const name = this.names.at(-1) ?? "";
        if (this.part !== null) {
            if (this.depth > this.part.depth) this.part.close();
            else this.endPart(this.part, position);
        } else {
            // A header may quote the one of another message.
            if (name === "MsgDefIdr" && this.message === null && !this.names.includes("Rltd")) {
                this.definition = this.text;
                this.announced = this.definition;
            } else if (this.message === null ? this.afterChild : this.message.depth === this.depth)
                this.refuseText(name);
            if (this.message?.depth === this.depth) this.endMessage(this.message);
            this.text = "";
        }
        this.afterChild = true;
        this.namespaces.close(this.depth);
        this.names.pop();
        if (this.depth === 0) this.endRoot(name);
    }

    /** To be called when the file has ended as XML must. */
    finish(): void {
        if (this.stray !== null) throw this.stray;
        if (this.rowsRead === 0) throw new FileFault("empty-file", "the messages of the file hold no transaction");
    }

    private openInMessage(message: Message, name: string, namespace: string | undefined, position: number): void {
        if (name !== TRANSACTION && name !== GROUP_HEADER) return;
        const direct = message.depth === this.depth - 1;
        if (direct && namespace === message.namespace) this.begin(name, position);
        else if (direct) this.strays(`a ${name} of another namespace stands in message ${this.messages}`);
        else if (name === TRANSACTION) this.misplaced();
    }

    private openInEnvelope(
        name: string,
        parent: string | undefined,
        namespace: string | undefined,
        position: number,
    ): void {
        const named = isCustomerCreditTransfer(name, {});
        if (named) this.beginMessage(this.depth, namespace);
        if (named || (name !== TRANSACTION && name !== GROUP_HEADER)) return;
        // A message that a scheme names its own way shows what it is by its group header; a transaction alone shows nothing.
        const ours = isCustomerCreditTransfer(parent ?? "", { namespace, header: this.definition });
        if (name === GROUP_HEADER && parent !== undefined && ours) {
            this.beginMessage(this.depth - 1, namespace);
            this.begin(name, position);
            return;
        }
        this.messages++;
        if (parent === undefined || ours) this.strays(`a ${name} stands outside of every message`);
        else this.stray ??= new FileFault("wrong-message", `the file holds a ${parent.slice(0, 64)}, not a pacs.008`);
    }

    private begin(name: string, position: number): void {
        this.part = new Part(name, this.depth, position, this.limits.rowBytes);
    }

    private endPart(part: Part, position: number): void {
        this.part = null;
        this.text = "";
        part.end();
        const { message } = this;
        if (message === null) return;
        if (part.name === GROUP_HEADER) {
            this.findings.push(...message.beginGroup(part));
            return;
        }
        this.rowsRead++;
        this.rows.push(message.row(part, position - part.startedAt, this.conventions));
    }

    private beginMessage(depth: number, namespace: string | undefined): void {
        this.messages++;
        this.message = new Message(this.messages, depth, namespace, this.limits);
        this.findings.push(...this.message.compared(this.announced));
        this.announced = undefined;
    }

    private endMessage(message: Message): void {
        this.findings.push(...message.end());
        this.message = null;
    }

    /** Inside of a message, but where nothing that counts can stand, such as its supplementary data. */
    private misplaced(): void {
        const detail = `message ${this.messages} holds a ${TRANSACTION} where none belongs; it was not read`;
        this.findings.push({ kind: "misplaced-transaction", detail });
    }

    private refuseText(name = "the file"): void {
        if (/\S/.test(this.text)) this.strays(`text stands beside the elements of ${name}`);
    }

    private strays(detail: string): void {
        this.stray ??= new FileFault("unreadable-file", detail.slice(0, 256));
    }

    private endRoot(name: string): void {
        if (this.messages > 0) return;
        this.stray ??= new FileFault("wrong-message", `no pacs.008 is in the element ${name.slice(0, 64)}`);
    }
}
