import assert from "node:assert/strict";
import { objectsOf } from "../../../../functions/unpack/core-banking/json-objects.ts";

describe("the objects of a line", () => {
    const several: string[][] = [
        ['{"a":1}'],
        ['{"a":{"b":{}}}'],
        ['{"a":1}', '{"b":2}'],
        ["{}", "{}", "{}"],
        ['{"a":{"b":{}}}', '{"c":[{"d":1}]}'],
        ['{"a":"}{"}', '{"b":"{"}'],
        ['{"a":"\\"}{"}', '{"b":"\\\\"}', '{"c":1}'],
    ];
    for (const objects of several) {
        for (const [name, between] of Object.entries({ nothing: "", blanks: " \t", "a separator": "\u2028" })) {
            it(`are all of ${objects.join(" and ")} with ${name} between them`, () => {
                assert.deepEqual(objectsOf(objects.join(between)), objects);
            });
        }
        it(`are all of ${objects.join(" and ")} with separators around them`, () => {
            assert.deepEqual(objectsOf(`\u0085${objects.join(" ")}\u001e`), objects);
            assert.deepEqual(objectsOf(`\u0085${objects.join(" ")}`), objects);
            assert.deepEqual(objectsOf(`${objects.join(" ")}\u001e`), objects);
        });
    }

    const one = [
        ...['{"a":1}{', '{"a":1}{"b":2', '{"a":1}x{"b":2}', 'x{"a":1}{"b":2}', '{"a":1}{"b":2}x', '{"a":1},{"b":2}'],
        ...['{"a":"}{"', '{"a":"}{', '"}{"', '[{"a":1}{"b":2}]', "}{", "x}", '{"a":1}}', " x", '{"a":1'],
    ];
    for (const line of one) {
        it(`are left together in ${line}, for its row to refuse`, () => assert.deepEqual(objectsOf(line), [line]));
    }
});
