import assert from "node:assert/strict";
import { decide, type Policies } from "../../../policies/access/decide.ts";
import { readStatements } from "../../../policies/access/statement.ts";
import { Value } from "../../../policies/core/value.ts";

const ROLE = "arn:aws:iam::222222222222:role/one";
const read = (...Statement: object[]) => readStatements(new Value("policy", JSON.stringify({ Statement })));
const allow = (more: object = {}) => ({ Effect: "Allow", Action: "kms:Decrypt", Resource: "arn:key", ...more });
const ask = (policies: Partial<Policies>, known: Record<string, string[]> = {}) =>
    decide(
        {
            ...{ principal: ROLE, account: "222222222222", action: "kms:Decrypt", resource: "arn:key" },
            context: new Map(Object.entries(known)),
        },
        { identity: [], resource: undefined, resourceDecides: false, ...policies },
    );

describe("a decision about access", () => {
    it("is a denial where nobody allows it", () => {
        assert.equal(ask({}).allowed, false);
        assert.equal(ask({ identity: read(allow({ Action: "kms:Encrypt" })) }).allowed, false);
        assert.equal(ask({ identity: read(allow({ Resource: "arn:other" })) }).allowed, false);
    });

    it("allows by the identity's own policy, also by what it leaves out", () => {
        assert.equal(ask({ identity: read(allow()) }).allowed, true);
        assert.equal(
            ask({ identity: read({ Effect: "Allow", NotAction: "s3:*", NotResource: "arn:x" }) }).allowed,
            true,
        );
        assert.equal(ask({ identity: read({ Effect: "Allow", NotAction: "KMS:*", Resource: "*" }) }).allowed, false);
    });

    it("is a denial where anybody denies it, whoever allows it", () => {
        const denial = read({ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" });
        assert.equal(ask({ identity: [...read(allow()), ...denial] }).allowed, false);
        assert.equal(ask({ identity: read(allow()), resource: denial }).allowed, false);
    });

    it("does not count a denial that depends on what nobody knows, but one that is known to hold", () => {
        const denial = {
            Effect: "Deny",
            Action: "*",
            Resource: "*",
            Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } },
        };
        assert.equal(ask({ identity: read(allow(), denial) }).allowed, true);
        assert.equal(ask({ identity: read(allow(), denial) }, { "aws:sourcevpc": ["vpc-1"] }).allowed, false);
        assert.equal(ask({ identity: read(allow(), denial) }, { "aws:sourcevpc": [] }).allowed, true);
    });

    it("names what an allowance depends on, the way with the fewest", () => {
        const narrow = allow({ Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } });
        assert.deepEqual(
            ask({ identity: read(narrow) }).under.map(({ key }) => key),
            ["aws:sourcevpc"],
        );
        assert.deepEqual(ask({ identity: read(narrow, allow()) }).under, []);
    });

    it("opens a key by its own policy alone, or by the account to which that passes it on", () => {
        const identity = read(allow());
        const root = read(allow({ Principal: { AWS: "arn:aws:iam::222222222222:root" }, Resource: "*" }));
        const named = read(allow({ Principal: { AWS: ROLE }, Resource: "*" }));
        assert.equal(ask({ identity, resource: [], resourceDecides: true }).allowed, false);
        assert.equal(ask({ identity, resource: root, resourceDecides: true }).allowed, true);
        assert.equal(ask({ resource: root, resourceDecides: true }).allowed, false);
        assert.equal(ask({ resource: named, resourceDecides: true }).allowed, true);
    });

    it("holds a role to its boundary", () => {
        const identity = read(allow());
        assert.equal(ask({ identity, boundary: read(allow({ Action: "s3:*", Resource: "*" })) }).allowed, false);
        assert.equal(ask({ identity, boundary: read(allow({ Action: "*", Resource: "*" })) }).allowed, true);
    });

    for (const [what, condition, given, holds] of [
        ["a value among several", { StringEquals: { k: ["a", "b"] } }, ["b"], true],
        ["a pattern", { StringLike: { k: "a*" } }, ["abc"], true],
        ["a star that is no pattern", { StringEquals: { k: "*" } }, ["abc"], false],
        ["other letters", { StringEqualsIgnoreCase: { k: "A" } }, ["a"], true],
        ["a negation of several", { StringNotEquals: { k: ["a", "b"] } }, ["b"], false],
        ["a negation without the key", { StringNotEquals: { k: "a" } }, [], true],
        ["a flag without quotes", { Bool: { k: true } }, ["true"], true],
        ["a number", { NumericLessThanEquals: { k: 10 } }, ["9"], true],
        ["a missing key", { Null: { k: "true" } }, [], true],
        ["a key that is there", { Null: { k: "true" } }, ["a"], false],
        ["what may be missing", { StringEqualsIfExists: { k: "a" } }, [], true],
        ["all of nothing", { "ForAllValues:StringEquals": { k: "a" } }, [], true],
        ["any of some", { "ForAnyValue:StringEquals": { k: "a" } }, ["b", "a"], true],
        ["an ARN by its parts", { ArnLike: { k: "arn:aws:s3:*:1:b" } }, ["arn:aws:s3:x:1:b"], true],
        ["a star that would reach into the next part", { ArnLike: { k: "arn:aws:*:b" } }, ["arn:aws:s3:x:1:b"], false],
        ["an operator that nobody knows", { Sounds: { k: "a" } }, ["a"], false],
    ] as const) {
        it(`${holds ? "fulfils" : "does not fulfil"} a condition on ${what}`, () => {
            assert.equal(ask({ identity: read(allow({ Condition: condition })) }, { k: [...given] }).allowed, holds);
        });
    }

    it("is a denial, and no crash, by policies that are none", () => {
        const deep = `${'{"Statement":['.repeat(50)}${"]}".repeat(50)}`;
        const odd = [
            "",
            "{",
            "[]",
            "null",
            "7",
            deep,
            '{"Statement":7}',
            '{"Statement":[7,null,"x",[]]}',
            `"${"x".repeat(6000)}"`,
        ];
        for (const text of odd) {
            const statements = readStatements(new Value("policy", text));
            assert.equal(ask({ identity: statements, resource: statements }).allowed, false, text.slice(0, 40));
        }
        for (const field of ["Effect", "Action", "Resource", "Principal", "Condition"]) {
            for (const value of [7, true, null, [7], { a: { b: [[]] } }, "*".repeat(6000)]) {
                const statements = readStatements(
                    new Value("policy", JSON.stringify({ Statement: [{ Effect: "Allow", [field]: value }] })),
                );
                assert.doesNotThrow(() => ask({ identity: statements, resource: statements }));
            }
        }
    });
});
