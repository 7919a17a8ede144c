import { FIELD_TREE, type FieldNode } from "./field-tree.ts";

/**
 * A transaction or group header while it is read. Of its elements only those count that stand where the standard has them,
 * once, and in the message's namespace; what would give a value two readings makes the whole of it one to refuse.
 */
export class Part {
    readonly name: string;
    readonly depth: number;
    readonly startedAt: number;
    readonly texts = new Map<string, string>();
    /** The first thing that leaves open what it says. */
    fault: string | null = null;
    private readonly maxLength: number;
    /** The open elements below; null for one that is read past. */
    private readonly nodes: (FieldNode | null)[] = [FIELD_TREE];
    private readonly seen = new Set<FieldNode>();
    private text = "";
    private length = 0;

    /** Of all its texts at most `maxLength` characters are kept. */
    constructor(name: string, depth: number, startedAt: number, maxLength: number) {
        this.name = name;
        this.depth = depth;
        this.startedAt = startedAt;
        this.maxLength = maxLength;
    }

    /** `name` is null for an element of another namespace. */
    open(name: string | null, currency: string | undefined): void {
        const parent = this.nodes.at(-1) ?? null;
        if (parent?.kept === true) this.refuse(`${parent.path} holds an element`);
        else if (parent !== null) this.refuseText(parent);
        const child = name === null ? undefined : parent?.children.get(name);
        if (child !== undefined && !child.repeated) {
            if (this.seen.has(child)) this.refuse(`${child.path} stands twice`);
            else if (parent?.choice === true && this.sawBelow(parent)) this.refuse(`${parent.path} says two things`);
            this.seen.add(child);
        }
        if (child?.currency === true && currency !== undefined && currency !== "")
            this.keep(`${child.path}@Ccy`, currency);
        this.nodes.push(child ?? null);
        this.text = "";
    }

    add(text: string): void {
        this.text += text;
    }

    /** Closes the innermost open element below. */
    close(): void {
        const node = this.nodes.pop() ?? null;
        if (node?.kept === true) {
            const text = this.text.trim();
            const before = node.repeated ? this.texts.get(node.path) : undefined;
            if (text !== "") this.keep(node.path, before === undefined ? text : `${before} ${text}`);
        } else if (node !== null) this.refuseText(node);
        this.text = "";
    }

    /** To be called when the part itself closes. */
    end(): void {
        this.refuseText(FIELD_TREE);
    }

    private sawBelow({ children }: FieldNode): boolean {
        return [...children.values()].some((child) => this.seen.has(child));
    }

    private refuseText(node: FieldNode): void {
        if (/\S/.test(this.text)) this.refuse(`text stands between the elements of ${node.path || this.name}`);
    }

    private refuse(detail: string): void {
        this.fault ??= detail;
    }

    private keep(path: string, text: string): void {
        // Of an element that stands twice the first is what people are shown.
        if (this.fault !== null && this.texts.has(path)) return;
        this.length += text.length;
        if (this.length <= this.maxLength) this.texts.set(path, text);
    }
}
