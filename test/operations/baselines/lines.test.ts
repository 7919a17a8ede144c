import assert from "node:assert/strict";
import { linesOf } from "../../../operations/baselines/lines.ts";

const SPECIAL = "4dabf18193072939515e22adb298388d";

describe("the lines of a baseline", () => {
    it("give each plain value of a group a line of its own, by name", () => {
        assert.deepEqual(linesOf("tracingConfig", { mode: "Active", also: { deep: 1 } }), [
            ["tracingConfig.also.deep", 1],
            ["tracingConfig.mode", "Active"],
        ]);
    });

    it("keep a list of words, and a short item of a list, in one line", () => {
        assert.deepEqual(linesOf("zones", ["a", "b"]), [["zones", ["a", "b"]]]);
        assert.deepEqual(linesOf("attributes", [{ name: "id" }]), [["attributes[0]", { name: "id" }]]);
    });

    it("say each statement of a policy as a sentence", () => {
        const policy = {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "s3.amazonaws.com" },
                    Action: ["sqs:SendMessage"],
                    Resource: "*",
                    Condition: { ArnEquals: { "aws:SourceArn": "arn:bucket" } },
                },
                { Effect: "Deny", Principal: "*", NotAction: "s3:Get", NotResource: ["a", "b"] },
            ],
        };
        assert.deepEqual(linesOf("policy", JSON.stringify(policy)), [
            [
                "policy",
                [
                    "Allow sqs:SendMessage on * by Service s3.amazonaws.com when aws:SourceArn ArnEquals arn:bucket",
                    "Deny all but s3:Get on all but a, b by *",
                ],
            ],
        ]);
    });

    it("open JSON inside a text", () => {
        assert.deepEqual(linesOf("redrivePolicy", '{"maxReceiveCount":5}'), [["redrivePolicy.maxReceiveCount", 5]]);
        assert.deepEqual(linesOf("text", "[not json"), [["text", "[not json"]]);
    });

    it("show of code and secrets only that they are there", () => {
        const code = { [SPECIAL]: "0def7320c3a5731c473e5ecbe6d01bc7", hash: "abc", path: "/tmp/x.zip" };
        const secret = { [SPECIAL]: "1b47061264138c4ac30d75fd1eb44270", ciphertext: "abc" };
        assert.deepEqual(linesOf("code", code), [["code", "<code>"]]);
        assert.deepEqual(linesOf("password", secret), [["password", "<secret>"]]);
    });

    it("show of what is too long for a review whether it changed", () => {
        const [one, same, other] = ["a", "a", "b"].map((letter) => linesOf("query", letter.repeat(400)));
        assert.match(String(one?.[0]?.[1]), /^<400 characters, sha256 [0-9a-f]{12}>$/);
        assert.deepEqual(one, same);
        assert.notDeepEqual(one, other);
        const wide = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`key${index}`, index]));
        assert.equal(linesOf("body", wide).length, 1);
    });
});
