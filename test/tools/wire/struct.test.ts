import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import { paths } from "../../../tools/paths.mjs";
import { decodeStruct } from "../../../tools/wire/decode-struct.mjs";
import { encodeStruct } from "../../../tools/wire/encode-struct.mjs";

type Plain = Parameters<typeof struct.Struct.fromJavaScript>[0];

/**
 * Properties as resources have them, with every kind of value. JSON knows no negative zero and no infinity. The official
 * library loses what is called `__proto__` when it makes an object; that ours keeps it has a test of its own.
 */
const properties = fc
    .dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ maxDepth: 5 }), { maxKeys: 8 })
    .filter((plain) => !JSON.stringify(plain).includes('"__proto__":'));

describe("a structure on the wire", () => {
    it("is read as the official library writes it", () => {
        fc.assert(
            fc.property(properties, (plain) => {
                const bytes = struct.Struct.fromJavaScript(plain as Plain).serializeBinary();
                assert.deepEqual({ ...decodeStruct(bytes) }, { ...plain });
            }),
        );
    });

    it("is written as the official library reads it", () => {
        fc.assert(
            fc.property(properties, (plain) => {
                const read = struct.Struct.deserializeBinary(encodeStruct(plain)).toJavaScript();
                assert.deepEqual({ ...read }, { ...plain });
            }),
        );
    });

    it("may be longer than any buffer it began with", () => {
        const long = { text: "ü".repeat(300_000), list: Array.from({ length: 20_000 }, (_, index) => index) };
        assert.deepEqual(decodeStruct(encodeStruct(long)), long);
    });

    it("keeps a property with the name of the prototype", () => {
        const odd = JSON.parse('{"__proto__": {"a": 1}}');
        assert.deepEqual(JSON.stringify(decodeStruct(encodeStruct(odd))), JSON.stringify(odd));
    });

    it("that ends in the middle is an error", () => {
        const bytes = encodeStruct({ text: "abc" });
        assert.throws(() => decodeStruct(bytes.subarray(0, 3)), /Struct/);
    });
});

/** In a process of its own, since it changes the library for all who use it. */
function quickened(script: string): unknown {
    const setUp = `
        import analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
        import structs from "google-protobuf/google/protobuf/struct_pb.js";
        import { quickenStructs } from "./tools/wire/quick-structs.mjs";
        quickenStructs();
        const { Struct } = structs;
        const sent = (message) => message.constructor.deserializeBinary(message.serializeBinary());
        const say = (value) => process.stdout.write(JSON.stringify(value));`;
    const args = ["--input-type=module", "--eval", `${setUp}\n${script}`];
    return JSON.parse(execFileSync(process.execPath, args, { cwd: paths.root, encoding: "utf8" }));
}

describe("a quickened structure", () => {
    it("arrives in a message as it was sent, however often it is passed on", () => {
        const found = quickened(`
            const request = new analyzer.AnalyzeRequest();
            request.setUrn("urn");
            request.setProperties(Struct.fromJavaScript({ a: [1, { b: null }], c: "x" }));
            request.setName("name");
            const twice = sent(sent(request));
            say([twice.getUrn(), twice.getProperties().toJavaScript(), twice.getName()]);`);
        assert.deepEqual(found, ["urn", { a: [1, { b: null }], c: "x" }, "name"]);
    });

    it("still has its fields for whoever asks for them one by one, and keeps what they change", () => {
        const found = quickened(`
            const read = Struct.deserializeBinary(Struct.fromJavaScript({ a: { b: 1 }, c: true }).serializeBinary());
            const b = read.getFieldsMap().get("a").getStructValue().getFieldsMap().get("b").getNumberValue();
            read.getFieldsMap().set("d", structs.Value.fromJavaScript("new"));
            say([b, Struct.deserializeBinary(read.serializeBinary()).toJavaScript()]);`);
        assert.deepEqual(found, [1, { a: { b: 1 }, c: true, d: "new" }]);
    });

    it("is absent where the message has none", () => {
        assert.deepEqual(quickened("say([sent(new analyzer.AnalyzeRequest()).hasProperties()]);"), [false]);
    });
});
