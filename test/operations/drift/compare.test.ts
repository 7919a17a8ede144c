import assert from "node:assert/strict";
import { formatPath } from "../../../local/store/paths.ts";
import type { Value } from "../../../local/store/value.ts";
import { differences } from "../../../operations/drift/compare/differences.ts";

const found = (before: Value, after: Value, property = "it") =>
    differences({ [property]: before }, { [property]: after }).map(({ path, before: old, after: now }) => [
        formatPath(path),
        old,
        now,
    ]);

describe("the differences of two values", () => {
    for (const [title, before, after, expected] of [
        ["name the place of a changed leaf", { a: { b: 1 } }, { a: { b: 2 } }, [["it.a.b", 1, 2]]],
        ["tell on from off", true, false, [["it", true, false]]],
        ["tell 30 from 0", 30, 0, [["it", 30, 0]]],
        ["name an item that came", ["a"], ["b", "a"], [["it[0]", undefined, "b"]]],
        ["name an item that went", ["a", "b"], ["b"], [["it[0]", "a", undefined]]],
        ["count an item that is there twice", ["a", "a"], ["a"], [["it[1]", "a", undefined]]],
        [
            "name what changed of an item with a name",
            [
                { name: "x", size: 1 },
                { name: "y", size: 1 },
            ],
            [
                { name: "y", size: 2 },
                { name: "x", size: 1 },
            ],
            [["it[0].size", 1, 2]],
        ],
        [
            "look into documents",
            '{"Statement":[{"Sid":"A","Action":"sqs:SendMessage"}]}',
            '{"Statement":[{"Sid":"A","Action":["sqs:SendMessage","sqs:DeleteQueue"]}]}',
            [["it.Statement[0].Action", "sqs:SendMessage", ["sqs:SendMessage", "sqs:DeleteQueue"]]],
        ],
        [
            "see a denial that became a permission",
            '{"Statement":[{"Effect":"Deny","Principal":"*"}]}',
            '{"Statement":[{"Effect":"Allow","Principal":"*"}]}',
            [["it.Statement[0].Effect", "Deny", "Allow"]],
        ],
        ["do not take a text for a document because it begins like one", "{a", "{b", [["it", "{a", "{b"]]],
        [
            "see another account in a policy",
            '{"Statement":{"AWS":"1"}}',
            '{"Statement":{"AWS":"2"}}',
            [["it.Statement[0].AWS", "1", "2"]],
        ],
        ["are none between items whose own lists are in another order", [["x", "y"], ["z"]], [["z"], ["y", "x"]], []],
        ["tell names apart by their case", "Admin", "admin", [["it", "Admin", "admin"]]],
    ] as [string, Value, Value, unknown[]][]) {
        it(title, () => assert.deepEqual(found(before, after), expected));
    }

    it("keep to the order where it means something", () => {
        assert.deepEqual(found(["a", "b"], ["b", "a"]), []);
        assert.equal(found(["a", "b"], ["b", "a"], "layers").length, 2);
        const machine = (...names: string[]) => JSON.stringify({ Choices: names.map((Next) => ({ Next })) });
        assert.equal(found(machine("a", "b"), machine("b", "a"), "definition").length, 2);
    });

    it("are none between files of one content, and one between files of two", () => {
        const file = (path: string, hash: string) => ({
            "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17",
            path,
            hash,
        });
        assert.deepEqual(found(file("/here/a", "1"), file("/there/a", "1")), []);
        assert.equal(found(file("/here/a", "1"), file("/here/a", "2")).length, 1);
    });
});
