/** Universal Binary JSON as XGBoost writes it is malformed, or more than is ever read. */
export class UbjsonError extends Error {
    override readonly name = "UbjsonError";
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** XGBoost nests a dozen levels. */
const DEEPEST = 32;

const NUMBERS: Readonly<Record<string, { bytes: number; read(view: DataView, at: number): number }>> = {
    i: { bytes: 1, read: (view, at) => view.getInt8(at) },
    U: { bytes: 1, read: (view, at) => view.getUint8(at) },
    I: { bytes: 2, read: (view, at) => view.getInt16(at) },
    l: { bytes: 4, read: (view, at) => view.getInt32(at) },
    L: { bytes: 8, read: (view, at) => safe(view.getBigInt64(at), at) },
    d: { bytes: 4, read: (view, at) => view.getFloat32(at) },
    D: { bytes: 8, read: (view, at) => view.getFloat64(at) },
};

/**
 * Reads Universal Binary JSON (draft 12, ubjson.org), of which XGBoost uses a part: no objects of a known length, no
 * numbers of arbitrary precision. A 32-bit float keeps its exact value, which its shortest text would not.
 */
export function readUbjson(bytes: Uint8Array): Json {
    const reader = new Reader(bytes);
    const value = reader.value(reader.mark(), 0);
    reader.end();
    return value;
}

class Reader {
    readonly #bytes: Uint8Array;
    readonly #view: DataView;
    readonly #text = new TextDecoder("utf-8", { fatal: true });
    #at = 0;

    constructor(bytes: Uint8Array) {
        this.#bytes = bytes;
        this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }

    /** The type of the next value. */
    mark(): string {
        return String.fromCharCode(this.#view.getUint8(this.#take(1)));
    }

    value(mark: string, depth: number): Json {
        if (depth > DEEPEST) throw this.#fault(`more than ${DEEPEST} levels`);
        const number = NUMBERS[mark];
        if (number !== undefined) return number.read(this.#view, this.#take(number.bytes));
        if (mark === "S") return this.#string();
        if (mark === "[") return this.#array(depth);
        if (mark === "{") return this.#object(depth);
        if (mark === "T" || mark === "F") return mark === "T";
        if (mark === "Z") return null;
        throw this.#fault(`an unknown type ${JSON.stringify(mark)}`);
    }

    end(): void {
        const rest = this.#bytes.byteLength - this.#at;
        if (rest > 0) throw this.#fault(`${rest} bytes after the end`);
    }

    #array(depth: number): Json[] {
        const kind = this.#peek() === "$" ? this.#after() : undefined;
        if (this.#peek() !== "#") {
            if (kind !== undefined) throw this.#fault("an array with a type and no length");
            const values: Json[] = [];
            for (let mark = this.mark(); mark !== "]"; mark = this.mark()) values.push(this.value(mark, depth + 1));
            return values;
        }
        this.#take(1);
        const length = this.#length(kind === undefined ? 1 : (NUMBERS[kind]?.bytes ?? 1));
        return Array.from({ length }, () => this.value(kind ?? this.mark(), depth + 1));
    }

    #object(depth: number): Json {
        const entries: [string, Json][] = [];
        while (this.#peek() !== "}") {
            const key = this.#string();
            entries.push([key, this.value(this.mark(), depth + 1)]);
        }
        this.#take(1);
        return Object.fromEntries(entries);
    }

    #string(): string {
        const length = this.#length(1);
        const from = this.#take(length);
        try {
            return this.#text.decode(this.#bytes.subarray(from, from + length));
        } catch {
            throw this.#fault("text that is not UTF-8");
        }
    }

    /** A length whose content, at so many bytes each, can still be there: a wrong one must not fill the memory. */
    #length(bytesEach: number): number {
        const mark = this.mark();
        const length = "iUIlL".includes(mark) ? this.value(mark, 0) : undefined;
        const left = this.#bytes.byteLength - this.#at;
        if (typeof length !== "number" || length < 0 || length * bytesEach > left) {
            throw this.#fault(`a length of ${length ?? JSON.stringify(mark)} with ${left} bytes left`);
        }
        return length;
    }

    #peek(): string {
        const mark = this.mark();
        this.#at--;
        return mark;
    }

    #after(): string {
        this.#take(1);
        return this.mark();
    }

    #take(count: number): number {
        const from = this.#at;
        if (from + count > this.#bytes.byteLength) throw this.#fault("its end in the middle of a value");
        this.#at += count;
        return from;
    }

    #fault(what: string): UbjsonError {
        return new UbjsonError(`Universal Binary JSON has ${what}, at byte ${this.#at}`);
    }
}

function safe(value: bigint, at: number): number {
    if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) {
        throw new UbjsonError(`Universal Binary JSON has a number of more than 53 bits, at byte ${at}`);
    }
    return Number(value);
}
