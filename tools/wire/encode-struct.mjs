import {
    BOOL,
    BYTES,
    ENTRIES,
    FIXED64,
    KEY,
    LIST,
    NULL,
    NUMBER,
    STRING,
    STRUCT,
    VALUE,
    VARINT,
} from "./struct-fields.mjs";

const SMALLEST_BYTES = 4096;

/**
 * The bytes of a `google.protobuf.Struct` with these properties. Their order, which has no meaning, stays.
 * @param {Readonly<Record<string, any>>} properties
 * @returns {Buffer}
 */
export function encodeStruct(properties) {
    const writer = new Writer();
    writer.struct(properties);
    return writer.written();
}

/** Writes from the end to the beginning, because lengths stand before what they measure. */
class Writer {
    buffer = Buffer.allocUnsafe(SMALLEST_BYTES);
    position = SMALLEST_BYTES;

    written() {
        return this.buffer.subarray(this.position);
    }

    /** @param {Readonly<Record<string, any>>} properties */
    struct(properties) {
        const keys = Object.keys(properties);
        for (let index = keys.length - 1; index >= 0; index -= 1) {
            const key = /** @type {string} */ (keys[index]);
            const endOfEntry = this.length();
            this.value(properties[key]);
            this.header(VALUE, endOfEntry);
            this.text(KEY, key);
            this.header(ENTRIES, endOfEntry);
        }
    }

    /** @param {any} value */
    value(value) {
        if (typeof value === "string") this.text(STRING, value);
        else if (typeof value === "number") this.number(value);
        else if (typeof value === "boolean") this.small(BOOL, value ? 1 : 0);
        else if (value === null) this.small(NULL, 0);
        else if (value !== undefined) this.nested(value);
    }

    /** @param {any} value */
    nested(value) {
        const end = this.length();
        if (!Array.isArray(value)) {
            this.struct(value);
            return this.header(STRUCT, end);
        }
        for (let index = value.length - 1; index >= 0; index -= 1) {
            const endOfElement = this.length();
            this.value(value[index]);
            this.header(ENTRIES, endOfElement);
        }
        this.header(LIST, end);
    }

    /**
     * @param {number} field
     * @param {string} text
     */
    text(field, text) {
        const end = this.length();
        const length = Buffer.byteLength(text);
        this.room(length);
        this.position -= length;
        this.buffer.write(text, this.position);
        this.header(field, end);
    }

    /** @param {number} value */
    number(value) {
        this.room(8);
        this.position -= 8;
        this.buffer.writeDoubleLE(value, this.position);
        this.byte((NUMBER << 3) | FIXED64);
    }

    /**
     * @param {number} field
     * @param {number} value less than 128
     */
    small(field, value) {
        this.byte(value);
        this.byte((field << 3) | VARINT);
    }

    /**
     * Tag and length of what was written since.
     * @param {number} field
     * @param {number} since an earlier `length()`
     */
    header(field, since) {
        let length = this.length() - since;
        const bytes = [];
        for (; length > 0x7f; length = Math.floor(length / 128)) bytes.push((length % 128) | 0x80);
        bytes.push(length);
        for (let index = bytes.length - 1; index >= 0; index -= 1) this.byte(/** @type {number} */ (bytes[index]));
        this.byte((field << 3) | BYTES);
    }

    /** @param {number} byte */
    byte(byte) {
        this.room(1);
        this.position -= 1;
        this.buffer[this.position] = byte;
    }

    length() {
        return this.buffer.length - this.position;
    }

    /** @param {number} bytes */
    room(bytes) {
        if (this.position >= bytes) return;
        const length = this.length();
        const larger = Buffer.allocUnsafe(2 * this.buffer.length + bytes);
        this.buffer.copy(larger, larger.length - length, this.position);
        this.buffer = larger;
        this.position = larger.length - length;
    }
}
