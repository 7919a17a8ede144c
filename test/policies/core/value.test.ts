import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { UnknownValue, Value } from "../../../policies/core/value.ts";
import { unknown } from "../../support/run-rule.ts";

const CONTENT = { a: { list: ["x", "", { b: 1 }], "dash-ed": "y" }, no: null, yes: "true", five: "5", open: unknown };

for (const [kind, wrap] of [
    ["plain properties", (content: object) => content],
    ["properties behind the SDK's proxy", unknownCheckingProxy],
] as const) {
    describe(`Value over ${kind}`, () => {
        const value = new Value("", wrap(structuredClone(CONTENT)));

        it("reads what is known, with its path", () => {
            assert.equal(value.at("a.dash-ed").text(), "y");
            assert.deepEqual(
                value
                    .at("a.list")
                    .items()
                    .map(({ path }) => path),
                ["a.list[0]", "a.list[1]", "a.list[2]"],
            );
            assert.deepEqual(value.at("a.list").texts(), ["x"]);
            assert.equal(value.at("a.list").items()[2]?.at("b").number(), 1);
            assert.deepEqual(value.at("a").keys(), ["list", "dash-ed"]);
        });

        it("takes null, missing and empty for absent", () => {
            for (const path of ["no", "a.none", "a.none.deeper", "yes.deeper"]) {
                assert.equal(value.at(path).isAbsent(), true, path);
                assert.deepEqual(value.at(path).items(), [], path);
                assert.deepEqual(value.at(path).keys(), [], path);
            }
            assert.equal(value.at("a.list").items()[1]?.text(), undefined);
        });

        it("reads flags and numbers that came as text", () => {
            assert.equal(value.at("yes").flag(), true);
            assert.equal(value.at("five").number(), 5);
            assert.equal(value.at("a").number(), undefined);
            assert.equal(value.at("a").flag(), undefined);
        });

        it("takes a single value for a list of one", () => {
            assert.deepEqual(value.at("five").texts(), ["5"]);
        });

        it("cuts a text before a mark, and leaves one without it", () => {
            assert.equal(value.at("yes").before("ue").text(), "tr");
            assert.equal(value.at("yes").before("x").text(), "true");
            assert.equal(value.at("no").before("x").isAbsent(), true);
            assert.throws(() => value.at("open").before("x"), new UnknownValue("open"));
        });

        it("cuts a beginning off a text, and takes no other", () => {
            assert.equal(value.at("yes").after("tr").text(), "ue");
            assert.equal(value.at("yes").after("x").isAbsent(), true);
            assert.throws(() => value.at("open").after("x"), new UnknownValue("open"));
        });

        it("throws for what is unknown only when somebody reads it", () => {
            const deeper = value.at("open.deeper");
            assert.equal(deeper.isKnown(), false);
            assert.throws(() => deeper.text(), new UnknownValue("open.deeper"));
            assert.throws(() => value.at("open").keys(), new UnknownValue("open"));
            assert.throws(() => value.at("open").json(), new UnknownValue("open"));
        });
    });
}

describe("Value.json", () => {
    const read = (text: unknown) => new Value("policy", text).json();

    it("reads a document at the same path", () => {
        assert.equal(read('{"a":{"b":2}}').at("a.b").path, "policy.a.b");
        assert.equal(read('{"a":{"b":2}}').at("a.b").number(), 2);
        assert.equal(read({ a: 1 }).at("a").number(), 1);
    });

    it("takes everything else for absent", () => {
        for (const text of ["", "no", "1", "null", undefined, 5]) assert.equal(read(text).isAbsent(), true);
    });

    it("is not fooled by properties that every object has", () => {
        assert.equal(read("{}").at("constructor").isAbsent(), true);
        assert.equal(read("{}").named("toString").isAbsent(), true);
    });
});
