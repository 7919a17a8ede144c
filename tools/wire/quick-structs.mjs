import jspb from "google-protobuf";
import structs from "google-protobuf/google/protobuf/struct_pb.js";
import { decodeStruct } from "./decode-struct.mjs";
import { encodeStruct } from "./encode-struct.mjs";

/** @typedef {import("google-protobuf/google/protobuf/struct_pb.js").Struct & { quick?: Uint8Array | undefined }} QuickStruct */

/**
 * From now on each `Struct` of this process that is read from a message, or made of a plain value, stays bytes, until
 * somebody asks for its fields one by one. Asked for a plain value it is decoded by `decodeStruct`: so every message that
 * carries one is read and written in a sixth of the time, and nothing that uses the library has to know.
 */
export function quickenStructs() {
    const { Struct } = structs;
    const { deserializeBinaryFromReader, serializeBinaryToWriter } = Struct;
    const { getFieldsMap, toJavaScript } = Struct.prototype;

    Struct.fromJavaScript = (value) => {
        /** @type {QuickStruct} */
        const struct = new Struct();
        struct.quick = encodeStruct(value);
        return struct;
    };

    Struct.deserializeBinaryFromReader = (/** @type {QuickStruct} */ struct, reader) => {
        const start = reader.getCursor();
        while (reader.nextField()) reader.skipField();
        struct.quick = reader.getBuffer().subarray(start, reader.getCursor());
        return struct;
    };

    Struct.serializeBinaryToWriter = (/** @type {QuickStruct} */ struct, writer) => {
        const { quick } = struct;
        if (quick === undefined) serializeBinaryToWriter(struct, writer);
        else writer.writeSerializedMessage(quick, 0, quick.length);
    };

    Struct.prototype.toJavaScript = function () {
        const { quick } = /** @type {QuickStruct} */ (this);
        return quick === undefined ? toJavaScript.call(this) : decodeStruct(quick);
    };

    Struct.prototype.getFieldsMap = function (/** @type {[]} */ ...args) {
        const { quick } = /** @type {QuickStruct} */ (this);
        if (quick !== undefined) {
            /** @type {QuickStruct} */ (this).quick = undefined;
            deserializeBinaryFromReader(this, new jspb.BinaryReader(quick));
        }
        return getFieldsMap.apply(this, args);
    };
}
