import { BOOL, BYTES, ENTRIES, KEY, LIST, NULL, NUMBER, STRING, STRUCT, VALUE } from "./struct-fields.mjs";

/**
 * The plain value of a `google.protobuf.Struct`, straight from its bytes. The official library makes an object for each
 * value first, and properties of resources are most of what a preview sends about.
 * @param {Uint8Array} bytes
 * @returns {Record<string, any>}
 */
export function decodeStruct(bytes) {
    return new Reader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).struct(bytes.length);
}

class Reader {
    position = 0;

    /** @param {Buffer} buffer */
    constructor(buffer) {
        this.buffer = buffer;
    }

    /** @param {number} end */
    struct(end) {
        /** @type {Record<string, any>} */
        const properties = {};
        while (this.position < end) {
            this.tag(ENTRIES);
            const endOfEntry = this.endOfBytes();
            let key = "";
            let value = null;
            while (this.position < endOfEntry) {
                const field = this.varint() >>> 3;
                const endOfField = this.endOfBytes();
                if (field === KEY) key = this.text(endOfField);
                else if (field === VALUE) value = this.value(endOfField);
                else throw new Error(`an entry of a google.protobuf.Struct has no field ${field}`);
            }
            put(properties, key, value);
        }
        return properties;
    }

    /**
     * @param {number} end
     * @returns {any}
     */
    value(end) {
        let value = null;
        while (this.position < end) {
            const field = this.varint() >>> 3;
            if (field === STRING) value = this.text(this.endOfBytes());
            else if (field === STRUCT) value = this.struct(this.endOfBytes());
            else if (field === LIST) value = this.list(this.endOfBytes());
            else if (field === BOOL) value = this.varint() !== 0;
            else if (field === NUMBER) value = this.number();
            else if (field === NULL) this.varint();
            else throw new Error(`a google.protobuf.Value has no field ${field}`);
        }
        return value;
    }

    /** @param {number} end */
    list(end) {
        const values = [];
        while (this.position < end) {
            this.tag(ENTRIES);
            values.push(this.value(this.endOfBytes()));
        }
        return values;
    }

    /** @param {number} end */
    text(end) {
        const text = this.buffer.toString("utf8", this.position, end);
        this.position = end;
        return text;
    }

    number() {
        const value = this.buffer.readDoubleLE(this.position);
        this.position += 8;
        return value;
    }

    /** @param {number} field */
    tag(field) {
        const found = this.varint();
        if (found !== ((field << 3) | BYTES)) throw new Error(`expected field ${field} of a Struct, got tag ${found}`);
    }

    endOfBytes() {
        const length = this.varint();
        return this.position + length;
    }

    varint() {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
            const byte = this.buffer[this.position++];
            if (byte === undefined) throw new Error("a google.protobuf.Struct ends in the middle");
            value += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80) return value;
        }
    }
}

/**
 * As an assignment would, but for the one name by which it would mean something else.
 * @param {Record<string, any>} properties
 * @param {string} key
 * @param {any} value
 */
function put(properties, key, value) {
    if (key !== "__proto__") properties[key] = value;
    else Object.defineProperty(properties, key, { value, writable: true, enumerable: true, configurable: true });
}
