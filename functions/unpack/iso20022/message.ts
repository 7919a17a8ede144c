import type { Conventions } from "../conventions.ts";
import type { Limits } from "../limits.ts";
import type { Finding } from "../rows/row.ts";
import { ControlTotals } from "./control-totals.ts";
import { versionOf } from "./pacs-names.ts";
import { PacsRow, type Wrong } from "./pacs-row.ts";
import type { Part } from "./part.ts";
import { sighted } from "./payment.ts";
import { Repeats } from "./repeats.ts";

/** One pacs.008 message while it is read. */
export class Message {
    readonly depth: number;
    /** In which its own elements are; undefined for a message without one. */
    readonly namespace: string | undefined;
    private readonly number: number;
    private readonly limits: Limits;
    private readonly repeats: Repeats;
    private group: ReadonlyMap<string, string> = new Map();
    private groupFault: string | null = null;
    private totals = new ControlTotals(this.group);
    private rows = 0;
    /** Whether the last part was a group header. */
    private headed = false;

    constructor(number: number, depth: number, namespace: string | undefined, limits: Limits) {
        this.number = number;
        this.depth = depth;
        this.namespace = namespace;
        this.limits = limits;
        this.repeats = new Repeats(limits.messageTransactions);
    }

    /** What the application header before it said it would be. */
    compared(announced: string | undefined): Finding[] {
        const [header, body] = [versionOf(announced), versionOf(this.namespace)];
        if (header === undefined || body === undefined || header === body) return [];
        const detail = `message ${this.number} is a ${body}, its header announces a ${header}`;
        return [{ kind: "version-mismatch", detail }];
    }

    /** Some files repeat the header for each batch of one message. */
    beginGroup({ texts, fault }: Part): Finding[] {
        const found = this.headed ? [] : this.settled();
        this.groupFault = this.headed ? "GrpHdr stands twice" : fault;
        this.group = texts;
        this.totals = new ControlTotals(texts);
        this.headed = true;
        return found;
    }

    row({ texts, fault }: Part, length: number, conventions: Conventions): PacsRow {
        this.rows++;
        this.headed = false;
        this.totals.add(texts);
        const seen = sighted(texts, this.group);
        const ordinal = this.repeats.ordinalOf(seen.key);
        const context = { group: this.group, conventions, ordinal, seen };
        const place = `transaction ${this.rows} of message ${this.number}`;
        return new PacsRow(place, texts, context, this.wrong(fault, length));
    }

    end(): Finding[] {
        const empty = { kind: "empty-message" as const, detail: `message ${this.number} holds no transaction` };
        return [...this.settled(), ...(this.rows === 0 ? [empty] : [])];
    }

    private settled(): Finding[] {
        return this.totals.findings(`message ${this.number}`);
    }

    private wrong(fault: string | null, length: number): Wrong | null {
        const { rowBytes } = this.limits;
        if (length > rowBytes) {
            return { reason: "row-too-long", detail: `the transaction is longer than ${rowBytes} characters` };
        }
        if (fault !== null) return { reason: "malformed-row", detail: fault };
        if (this.groupFault === null) return null;
        return { reason: "malformed-row", detail: `its group header is none: ${this.groupFault}` };
    }
}
