import assert from "node:assert/strict";
import { expand, formatPath, parsePath, valueAt } from "../../../local/store/paths.ts";

describe("property paths", () => {
    const read = [
        { text: "rules[0].expiration.days", path: ["rules", 0, "expiration", "days"] },
        { text: 'tags["a.b"]', path: ["tags", "a.b"] },
        { text: 'tags["say \\"hi\\""]', path: ["tags", 'say "hi"'] },
        { text: "tags.cost-centre", path: ["tags", "cost-centre"] },
        { text: "queues[*].events[*]", path: ["queues", "*", "events", "*"] },
    ];
    for (const { text, path } of read) {
        it(`reads ${text} and writes it the same`, () => {
            assert.deepEqual(parsePath(text), path);
            assert.equal(formatPath(path as string[]), text);
        });
    }

    for (const text of ["", ".a", "a..b", "a[", "a[x]", 'a["b]']) {
        it(`refuses ${JSON.stringify(text)}`, () => assert.throws(() => parsePath(text), /property path/));
    }

    it("finds nothing below what is absent or no object", () => {
        assert.equal(valueAt({ a: [1] }, ["a", 3, "b"]), undefined);
        assert.equal(valueAt({ a: "text" }, ["a", "length"]), undefined);
        assert.equal(valueAt({ a: null }, ["a", "b"]), undefined);
    });

    it("names each place of a list, and the absent last step, but nothing below an absent object", () => {
        const value = { rules: [{ id: "one" }, { status: "Enabled" }] };
        assert.deepEqual(
            expand(value, parsePath("rules[*].id")).map(({ path, value: id }) => [formatPath(path), id]),
            [
                ["rules[0].id", "one"],
                ["rules[1].id", undefined],
            ],
        );
        assert.deepEqual(expand(value, parsePath("rules[*].expiration.days")), []);
        assert.deepEqual(expand({}, parsePath("rules[*].id")), []);
    });
});
