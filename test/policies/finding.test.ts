import assert from "node:assert/strict";
import { blocks, type Finding, formatFinding, type Phase, parseFinding, type Status } from "../../policies/finding.ts";

const FINDING: Finding = {
    rule: "sqs-encrypted",
    severity: "high",
    status: "violation",
    urn: "urn:pulumi:prod::p::aws:sqs/queue:Queue::landing",
    property: "kmsMasterKeyId",
    message: "is not set. Fix: Set it.",
};

describe("formatFinding", () => {
    const printed: [string, Partial<Finding>, string][] = [
        ["a violation", {}, "kmsMasterKeyId: is not set. Fix: Set it."],
        ["an inconclusive one", { status: "inconclusive" }, "[inconclusive] kmsMasterKeyId: is not set. Fix: Set it."],
        [
            "an excepted one",
            { status: "excepted", exception: "EX-1 until 2026-03-01, 9 days left: fix it or have it approved again" },
            "[excepted by EX-1 until 2026-03-01, 9 days left: fix it or have it approved again] kmsMasterKeyId: is not set. Fix: Set it.",
        ],
    ];
    for (const [title, changes, line] of printed) {
        it(`prints ${title} in one line that parseFinding reads back`, () => {
            const finding = { ...FINDING, ...changes };
            const { rule, status, property, message, exception } = finding;
            assert.equal(formatFinding(finding), line);
            const read = { rule, status, property, text: message, ...(exception !== undefined && { exception }) };
            assert.deepEqual(parseFinding(rule, line), read);
            assert.deepEqual(parseFinding(rule, `Queues carry: personal data.\n${line}\n`), read);
        });
    }
});

describe("parseFinding", () => {
    it("takes what is not ours for a violation of the whole resource", () => {
        const text = "can't run policy 'x' from policy pack 'y' during preview";
        assert.deepEqual(parseFinding("x", text), { rule: "x", status: "violation", property: "", text });
    });

    it("reads properties with indices and dashes", () => {
        assert.equal(parseFinding("x", "policy.Statement[0].Action: allows *").property, "policy.Statement[0].Action");
        assert.equal(parseFinding("x", "tags.cost-centre: is missing").property, "tags.cost-centre");
    });
});

describe("blocks", () => {
    const table: [Status, Phase, boolean][] = [
        ["violation", "preview", true],
        ["violation", "update", true],
        ["inconclusive", "offline", true],
        ["inconclusive", "preview", false],
        ["inconclusive", "update", true],
        ["excepted", "offline", false],
        ["excepted", "update", false],
    ];
    for (const [status, phase, expected] of table) {
        it(`${expected ? "stops" : "lets pass"} ${status} in phase ${phase}`, () => {
            assert.equal(blocks({ status }, phase), expected);
        });
    }
});
