import assert from "node:assert/strict";
import { grantsIn } from "../../../operations/changes/grants/aws-statements.ts";
import { notCovered } from "../../../operations/changes/grants/covers.ts";

type Statement = Record<string, unknown>;

const grants = (...statements: Statement[]) =>
    grantsIn({ document: { Statement: statements }, urn: "urn", principal: "Role::screen", resource: "Role::screen" });
const allow = (more: Statement = {}) => ({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:b/*", ...more });
const when = (operator: string, key: string, value: unknown) => ({ Condition: { [operator]: { [key]: value } } });

describe("a permission is gained", () => {
    for (const { title, before, after, gained } of [
        {
            title: "by an action more",
            before: [allow()],
            after: [allow({ Action: ["s3:GetObject", "s3:PutObject"] })],
            gained: ["s3:PutObject"],
        },
        {
            title: "by a wider resource",
            before: [allow({ Resource: "arn:b/in/*" })],
            after: [allow()],
            gained: ["s3:GetObject"],
        },
        { title: "by a wildcard", before: [allow()], after: [allow({ Action: "s3:*" })], gained: ["s3:*"] },
        {
            title: "by a condition that is gone",
            before: [allow(when("Bool", "aws:SecureTransport", "true"))],
            after: [allow()],
            gained: ["s3:GetObject"],
        },
        {
            title: "by a value more that is accepted",
            before: [allow(when("StringEquals", "k", "a"))],
            after: [allow(when("StringEquals", "k", ["a", "b"]))],
            gained: ["s3:GetObject"],
        },
        {
            title: "by a value less that is refused",
            before: [allow(when("StringNotEquals", "k", ["a", "b"]))],
            after: [allow(when("StringNotEquals", "k", "a"))],
            gained: ["s3:GetObject"],
        },
        {
            title: "by another principal",
            before: [allow({ Principal: { AWS: "arn:aws:iam::111111111111:root" } })],
            after: [allow({ Principal: { AWS: ["111111111111", "222222222222"] } })],
            gained: ["s3:GetObject"],
        },
        {
            title: "by all but a few actions",
            before: [allow()],
            after: [{ Effect: "Allow", NotAction: "iam:*", Resource: "arn:b/*" }],
            gained: ["all but iam:*"],
        },
    ]) {
        it(title, () => {
            const found = notCovered(grants(...after), grants(...before)).map(({ action }) => action);
            assert.deepEqual(found, gained);
        });
    }
});

describe("no permission is gained", () => {
    for (const { title, before, after } of [
        {
            title: "when statements are merged, split or written in another order",
            before: [allow(), allow({ Action: "s3:PutObject" })],
            after: [allow({ Action: ["s3:PutObject", "s3:GetObject"] })],
        },
        {
            title: "when a wildcard becomes what it stands for",
            before: [allow({ Action: "s3:*" })],
            after: [allow({ Action: ["s3:GetObject", "s3:DeleteObject"] })],
        },
        {
            title: "when a resource becomes narrower",
            before: [allow({ Resource: "*" })],
            after: [allow({ Resource: "arn:b/in/*" })],
        },
        {
            title: "when a condition is added",
            before: [allow()],
            after: [allow(when("Bool", "aws:SecureTransport", "true"))],
        },
        {
            title: "when fewer values are accepted",
            before: [allow(when("StringEquals", "k", ["a", "b"]))],
            after: [allow(when("StringEquals", "k", "b"))],
        },
        {
            title: "when more values are refused",
            before: [allow(when("StringNotEquals", "k", "a"))],
            after: [allow(when("StringNotEquals", "k", ["a", "b"]))],
        },
        {
            title: "when everybody was let in already",
            before: [allow({ Principal: "*" })],
            after: [allow({ Principal: { AWS: "111111111111" } })],
        },
        {
            title: "when an action is written in other letters",
            before: [allow()],
            after: [allow({ Action: "S3:getobject" })],
        },
    ]) {
        it(title, () => assert.deepEqual(notCovered(grants(...after), grants(...before)), []));
    }

    it("but a wildcard in what is asked is covered by a wildcard alone", () => {
        assert.equal(
            notCovered(grants(allow({ Resource: "arn:b/*" })), grants(allow({ Resource: "arn:b/?" }))).length,
            1,
        );
    });
});
