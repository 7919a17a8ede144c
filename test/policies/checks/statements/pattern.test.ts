import assert from "node:assert/strict";
import { coversAction, fits, isWideArn } from "../../../../policies/checks/statements/pattern.ts";

describe("patterns of IAM", () => {
    it("fit as AWS compares them", () => {
        for (const [pattern, text] of [
            ["*", ""],
            ["*", "anything"],
            ["a*c", "abbc"],
            ["a*c", "ac"],
            ["a?c", "abc"],
            ["*ab", "aab"],
            ["a**b", "ab"],
            ["arn:aws:s3:::records/*", "arn:aws:s3:::records/2026/one"],
        ] as const) {
            assert.equal(fits(pattern, text), true, `${pattern} ${text}`);
        }
        for (const [pattern, text] of [
            ["", "a"],
            ["a?c", "ac"],
            ["a*c", "acb"],
            ["A", "a"],
            ["arn:aws:s3:::records/*", "arn:aws:s3:::records"],
        ] as const) {
            assert.equal(fits(pattern, text), false, `${pattern} ${text}`);
        }
    });

    it("take no longer the more stars they have", () => {
        assert.equal(fits("*a".repeat(3000), "b".repeat(6000)), false);
    });

    it("cover actions in any letters", () => {
        assert.equal(coversAction("KMS:de*", "kms:Decrypt"), true);
        assert.equal(coversAction("kms:Encrypt", "kms:Decrypt"), false);
    });

    it("are wide in whichever words", () => {
        for (const arn of [
            "*",
            "**",
            "arn:aws:kms:*:*:key/*",
            "arn:aws:kms:eu-west-1:222222222222:key/*",
            "arn:aws:kms:eu-west-1:222222222222:*",
            "arn:aws:kms:eu-west-1:*:key/one",
            "arn:aws:iam::222222222222:role/*",
            "arn:aws:s3:::*",
            "arn:aws:s3:::*/*",
            "arn:aws:sqs:eu-west-1:222222222222:*",
            "arn:aws:lambda:eu-west-1:222222222222:function:*",
            "arn:aws:dynamodb:eu-west-1:222222222222:table/*/index/*",
            "arn:aws:*:eu-west-1:222222222222:one",
            "arn:aws:secretsmanager:eu-west-1:222222222222:secret:?*",
        ]) {
            assert.equal(isWideArn(arn), true, arn);
        }
    });

    it("are not wide when they name one thing, or what begins with its name", () => {
        for (const arn of [
            "arn:aws:kms:eu-west-1:222222222222:key/one",
            "arn:aws:s3:::records-1/*",
            "arn:aws:s3:::records-1",
            "arn:aws:iam::222222222222:role/compliance-platform/*",
            "arn:aws:dynamodb:eu-west-1:222222222222:table/ledger/index/*",
            "arn:aws:logs:eu-west-1:222222222222:log-group:one:*",
            "",
        ]) {
            assert.equal(isWideArn(arn), false, arn);
        }
    });
});
