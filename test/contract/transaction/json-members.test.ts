import assert from "node:assert/strict";
import fc from "fast-check";
import { members } from "../../../contract/transaction/json-members.ts";

/** Names and values whose quotes, braces and commas are easily taken for those of the object. */
const text = fc.oneof(
    fc.string(),
    fc.constantFrom('"', "\\", '\\"', "{", "}", "[", "]", ",", ":", '","', "\n", "\u2028"),
);
const value = fc.oneof(
    text,
    fc.integer(),
    fc.constantFrom(null, true, 1e21),
    fc.array(text, { maxLength: 3 }),
    fc.dictionary(text, fc.array(text, { maxLength: 2 }), { maxKeys: 3 }),
);
const object = fc.array(fc.tuple(text, value), { maxLength: 5 });

describe("the members of an object's JSON", () => {
    it("are each name with its value as it is written, in their order, those that stand twice too", () => {
        fc.assert(
            fc.property(object, fc.constantFrom("", " ", "\n\t"), (entries, gap) => {
                const written = entries.map(([name, one]) => {
                    return `${gap}${JSON.stringify(name)}${gap}:${gap}${JSON.stringify(one)}${gap}`;
                });
                assert.deepEqual(
                    members(`${gap}{${written.join(",") || gap}}${gap}`),
                    entries.map(([name, one]) => ({ name, source: JSON.stringify(one) })),
                );
            }),
        );
    });

    const cases = [
        { json: "{}", found: [] },
        { json: '{"a":1.50}', found: [{ name: "a", source: "1.50" }] },
        { json: '{"":""}', found: [{ name: "", source: '""' }] },
        { json: '{"a":"x\\\\"}', found: [{ name: "a", source: '"x\\\\"' }] },
        { json: '{"a\\"b":"\\\\\\""}', found: [{ name: 'a"b', source: '"\\\\\\""' }] },
        { json: '{"\\u0061":[{"b":[1,2]},"}"]}', found: [{ name: "a", source: '[{"b":[1,2]},"}"]' }] },
        {
            json: ' { "a" : {"b":{}} , "a" : [ ] } ',
            found: [
                { name: "a", source: '{"b":{}}' },
                { name: "a", source: "[ ]" },
            ],
        },
    ];
    for (const { json, found } of cases) it(`are found in ${json}`, () => assert.deepEqual(members(json), found));
});
