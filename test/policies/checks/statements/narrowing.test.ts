import assert from "node:assert/strict";
import { type Ours, oursOf } from "../../../../policies/checks/foreign/ours.ts";
import { letsInOnlyOurs } from "../../../../policies/checks/statements/narrowing.ts";
import { Value } from "../../../../policies/core/value.ts";

const prod = oursOf({ stack: "prod" }) as Ours;
const ours: Ours = {
    ...prod,
    organisations: new Set(["o-a1b2c3d4e5"]),
    accounts: new Set(["222222222222", "333333333333"]),
};
const lets = (Condition: object, whose: Ours | undefined = ours) =>
    letsInOnlyOurs(new Value("statement", { Condition }), whose);

describe("conditions of a statement", () => {
    it("let in an organisation of ours, and its units, and none else", () => {
        assert.equal(lets({ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }), true);
        assert.equal(lets({ StringEquals: { "aws:PrincipalOrgID": "o-ffffffffff" } }), false);
        assert.equal(
            lets({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-1/*" } }),
            true,
        );
        assert.equal(lets({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-ab12/*" } }), false);
    });

    it("let in each account of ours, and not one among them that is foreign", () => {
        assert.equal(lets({ StringEquals: { "aws:PrincipalAccount": ["222222222222", "333333333333"] } }), true);
        assert.equal(lets({ StringEquals: { "aws:PrincipalAccount": ["222222222222", "444444444444"] } }), false);
    });

    it("are all asked at once, so that one that narrows is enough", () => {
        const narrow = { StringEquals: { "aws:SourceAccount": "222222222222" } };
        assert.equal(lets({ ...narrow, StringLike: { "aws:SourceArn": "*" } }), true);
    });

    it("say nothing of who calls when they speak of what is called", () => {
        assert.equal(lets({ StringEquals: { "aws:ResourceAccount": "222222222222" } }), false);
    });

    it("are no conditions when they are something else than an object", () => {
        for (const odd of [
            [],
            "",
            7,
            null,
            { StringEquals: "aws:PrincipalAccount" },
            { StringEquals: { "aws:PrincipalAccount": 7 } },
        ])
            assert.equal(lets(odd as object), false);
    });

    it("need an exact account where nobody said which are ours", () => {
        assert.equal(
            letsInOnlyOurs(new Value("s", { Condition: { StringLike: { "aws:PrincipalAccount": "*" } } }), undefined),
            false,
        );
        assert.equal(
            letsInOnlyOurs(
                new Value("s", { Condition: { StringEquals: { "aws:PrincipalAccount": "222222222222" } } }),
                undefined,
            ),
            true,
        );
    });
});
