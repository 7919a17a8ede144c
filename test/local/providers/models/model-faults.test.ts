import assert from "node:assert/strict";
import { modelFaults } from "../../../../local/providers/models/model-faults.ts";
import type { Shape } from "../../../../local/providers/models/shape.ts";
import { shapedTypes, shapeOf, sourcesOf } from "../../../../local/providers/models/tables.ts";
import { expressionOf } from "../../../../local/providers/models/value-fault.ts";
import { UNKNOWN } from "../../../../local/store/signatures.ts";
import type { Properties } from "../../../../local/store/value.ts";

const text = (more: Partial<Shape> = {}): Shape => ({ kind: "text", ...more });
const object = (properties: Record<string, Shape>, more: Partial<Shape> = {}): Shape => ({
    kind: "object",
    properties,
    ...more,
});
const told = (shape: Shape, inputs: Properties) =>
    modelFaults(shape, inputs).map(({ property, reason }) => `${property} ${reason}`);

describe("what a model refuses", () => {
    const both = { a: text(), b: text() };
    const rows: [title: string, shape: Shape, inputs: Properties, faults: string[]][] = [
        [
            "a value beside an enumeration",
            object({ a: text({ oneOf: ["X", "Y"] }) }),
            { a: "Z" },
            ['a must be one of X, Y, got "Z"'],
        ],
        [
            "a text of another form",
            object({ a: text({ pattern: "^x+$" }) }),
            { a: "y" },
            ['a must match ^x+$, got "y"'],
        ],
        [
            "a text that is too long",
            object({ a: text({ longest: 2 }) }),
            { a: "abc" },
            ["a must have at most 2 characters, has 3"],
        ],
        [
            "a number outside its limits",
            object({ a: { kind: "number", most: 9 } }),
            { a: 10 },
            ["a must be a number to 9, got 10"],
        ],
        [
            "a fraction",
            object({ a: { kind: "number", whole: true } }),
            { a: 1.5 },
            ["a must be a whole number, got 1.5"],
        ],
        [
            "too many items",
            object({ a: { kind: "list", mostItems: 1 } }),
            { a: ["x", "y"] },
            ["a must have at most 1 items, has 2"],
        ],
        [
            "an item twice",
            object({ a: { kind: "list", unique: true } }),
            { a: ["x", "x"] },
            ['a must have no item twice, and has "x"'],
        ],
        [
            "another kind",
            object({ a: { kind: "map" } }),
            { a: ["x"] },
            ['a must be a map of names to values, got ["x"]'],
        ],
        ["what is missing", object(both, { required: ["b"] }), { a: "x" }, ["b is required"]],
        [
            "one without the other",
            object(both, { needs: { a: ["b"] } }),
            { a: "x" },
            ["b is required where a is given"],
        ],
        ["one with the other", object(both, { excludes: { a: ["b"] } }), { a: "x", b: "x" }, ["a conflicts with b"]],
        [
            "none of two",
            object({ c: object(both, { exactlyOne: [["a", "b"]] }) }),
            { c: {} },
            ["c must have exactly one of a, b"],
        ],
        [
            "another name",
            object({ fifoQueue: text() }),
            { fifoqueue: "x" },
            ["fifoqueue is no property that the provider has: it is called fifoQueue"],
        ],
    ];
    for (const [title, shape, inputs, faults] of rows) {
        it(`is ${title}`, () => assert.deepEqual(told(shape, inputs), faults));
    }

    it("is nothing that is not known yet, absent, computed later, or the provider's own", () => {
        const shape = object({ a: text({ oneOf: ["X"] }), b: text({ expression: true }), c: text() });
        assert.deepEqual(
            told(shape, { a: UNKNOWN, b: { type: "Expression", value: "@x" }, c: null, __defaults: [] }),
            [],
        );
    });

    it("is a variant that does not exist, and one that the table leaves out by its name", () => {
        const shape = object({
            a: { kind: "variants", by: "type", variants: { X: object({ type: text() }) }, others: ["Y"] },
        });
        assert.deepEqual(told(shape, { a: { type: "X" } }), []);
        assert.deepEqual(told(shape, { a: { type: "Z" } }), ['a.type must be one of X, Y, got "Z"']);
        assert.match(String(told(shape, { a: { type: "Y" } })), /^a\.type Y is not in the table of models: add it/);
    });
});

describe("the tables of models", () => {
    it("say from what they are, and of when", () => {
        for (const provider of ["aws", "azure-native"]) {
            const { sources = {}, date = "" } = sourcesOf(provider) ?? {};
            assert.ok(Object.keys(sources).length > 0, provider);
            assert.match(date, /^\d{4}-\d\d-\d\d$/);
        }
    });

    it("have no pattern that cannot be read, which would pass everything", () => {
        const unread = shapedTypes()
            .flatMap((type) => patternsIn(shapeOf(type)))
            .filter((one) => !expressionOf(one));
        assert.deepEqual([...new Set(unread)], []);
    });
});

function patternsIn(value: unknown): string[] {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, inside]) =>
        name === "pattern" && typeof inside === "string" ? [inside] : patternsIn(inside),
    );
}
