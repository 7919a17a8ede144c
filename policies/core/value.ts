/** What the engine puts where a value is only known after the update: one mark for each kind of value. */
const UNKNOWN_MARKS: ReadonlySet<unknown> = new Set([
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // text
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // list
    "030794c1-ac77-496b-92df-f27374a8bd58", // asset
    "e48ece36-62e2-4504-bad9-02848725956a", // archive
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

const UNKNOWN = Symbol("unknown");

/** Thrown when a rule reads what is not known before the update; `Judge` turns it into an inconclusive finding. */
export class UnknownValue extends Error {
    readonly path: string;

    constructor(path: string) {
        super(`${path} is not known before the update`);
        this.path = path;
    }
}

/** A property of a resource: known, absent or not known yet. Only reading an unknown one throws. */
export class Value {
    readonly path: string;
    private readonly content: unknown;

    constructor(path: string, content: unknown) {
        this.path = path;
        this.content = UNKNOWN_MARKS.has(content) ? UNKNOWN : content;
    }

    /** The property below this one; `a.b` goes down two steps. */
    at(path: string): Value {
        return path.split(".").reduce<Value>((value, key) => value.child(key, `${value.path}.${key}`), this);
    }

    /** The property with exactly this name, even when the name has a dot. */
    named(key: string): Value {
        return this.child(key, `${this.path}.${key}`);
    }

    /** The elements of a list. A single value counts as a list of one, as in AWS policies; an absent one as none. */
    items(): Value[] {
        const content = this.known();
        if (content === undefined) return [];
        if (!Array.isArray(content)) return [this];
        return Array.from({ length: content.length }, (_, index) => this.child(index, `${this.path}[${index}]`));
    }

    /** Names of the properties that are set. */
    keys(): string[] {
        const content = this.known();
        return content instanceof Object && !Array.isArray(content) ? Object.keys(content) : [];
    }

    text(): string | undefined {
        const content = this.known();
        return typeof content === "string" && content !== "" ? content : undefined;
    }

    /** What stands before the first occurrence of this text; the whole where it does not occur. */
    before(mark: string): Value {
        return new Value(this.path, this.text()?.split(mark)[0]);
    }

    /** The text with another after it; unknown while the text is, absent where there is none. */
    followedBy(end: string): Value {
        if (this.content === UNKNOWN) return this;
        const text = this.text();
        return new Value(this.path, text === undefined ? undefined : text + end);
    }

    /** What stands after this beginning; absent where it begins otherwise. */
    after(beginning: string): Value {
        const text = this.text();
        return new Value(this.path, text?.startsWith(beginning) ? text.slice(beginning.length) : undefined);
    }

    number(): number | undefined {
        const content = this.known();
        if (content === undefined || content === "" || typeof content === "boolean") return undefined;
        const number = Number(content);
        return Number.isFinite(number) ? number : undefined;
    }

    flag(): boolean | undefined {
        const content = this.known();
        if (content === true || content === "true") return true;
        return content === false || content === "false" ? false : undefined;
    }

    /** The list as texts, without what is not text. */
    texts(): string[] {
        return this.items().flatMap((item) => item.text() ?? []);
    }

    /** Every text in this value, however deep, with where it stands; what is not known yet is left out. */
    *leaves(): Generator<Value> {
        const { content } = this;
        if (typeof content === "string" && content !== "") yield this;
        if (!(content instanceof Object)) return;
        if (Array.isArray(content)) {
            for (let index = 0; index < content.length; index++) {
                yield* this.child(index, `${this.path}[${index}]`).leaves();
            }
            return;
        }
        // In one order, whether the engine or the process hands the properties over.
        for (const key of Object.keys(content).sort()) yield* this.named(key).leaves();
    }

    isAbsent(): boolean {
        return this.known() === undefined;
    }

    isKnown(): boolean {
        return this.content !== UNKNOWN;
    }

    /** The document in a JSON text, at the same path; absent when the text is no JSON object. */
    json(): Value {
        const content = this.known();
        if (typeof content !== "string") return new Value(this.path, content instanceof Object ? content : undefined);
        try {
            const parsed: unknown = JSON.parse(content);
            return new Value(this.path, parsed instanceof Object ? parsed : undefined);
        } catch {
            return new Value(this.path, undefined);
        }
    }

    private known(): unknown {
        if (this.content === UNKNOWN) throw new UnknownValue(this.path);
        return this.content ?? undefined;
    }

    private child(key: string | number, path: string): Value {
        const shown = path.replace(/^\./, "");
        if (this.content === UNKNOWN) return new Value(shown, UNKNOWN);
        return new Value(shown, this.content instanceof Object ? read(this.content, key) : undefined);
    }
}

/** Under the engine's SDK the read itself throws when the value is unknown. */
function read(content: object, key: string | number): unknown {
    try {
        return Object.hasOwn(content, key) ? (content as Record<string | number, unknown>)[key] : undefined;
    } catch (error) {
        if (error instanceof Error && "unknownTypeSentinel" in error) return UNKNOWN;
        throw error;
    }
}
