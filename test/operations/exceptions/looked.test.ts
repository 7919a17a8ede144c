import assert from "node:assert/strict";
import { check, EXIT, exitCode } from "../../../operations/exceptions/check.ts";
import { asksFor, type Judged, look } from "../../../operations/exceptions/looked.ts";
import { exception, yaml } from "../../support/exceptions.ts";
import { DAY, finding, judged } from "./support.ts";

const found = judged([finding({ status: "excepted" })]);
const looked = (text: string, ...stacks: Judged[]) => look(text, stacks, DAY);
const code = (text: string, ...stacks: Judged[]) => exitCode(check(looked(text, ...stacks), 14));

describe("what is looked up of an exception", () => {
    it("is how long it holds, and which findings it matches today", () => {
        const [one] = looked(yaml(exception()), found).exceptions;
        assert.deepEqual([one?.state, one?.daysLeft, one?.needed], ["holds", 121, true]);
        assert.deepEqual(one?.matches, [{ stack: "prod", urn: found.findings[0]?.urn, property: "logging" }]);
        assert.deepEqual(
            [one?.rule, one?.owner, one?.approver],
            ["s3-access-logged", "ada@example.com", "grace@example.com"],
        );
    });

    it("is that nobody needs it where nothing matches", () => {
        for (const other of [[], [finding({ property: "policy" })], [finding({ rule: "sqs-encrypted" })]]) {
            assert.equal(looked(yaml(exception()), judged(other)).exceptions[0]?.needed, false);
        }
    });

    it("is not known where the stack that it is about could not be judged", () => {
        const failed = judged([], { error: "a syntax error" });
        assert.equal(looked(yaml(exception()), failed).exceptions[0]?.needed, undefined);
        const elsewhere = judged([], { stack: "dev", error: "a syntax error" });
        assert.equal(looked(yaml(exception()), judged([]), elsewhere).exceptions[0]?.needed, false);
    });

    it("is told of those past their end, not approved or faulty too", () => {
        const text = yaml(
            exception({ id: "A", expires: "2026-02-28" }),
            exception({ id: "B", approved: "pending" }),
            exception({ id: "C", reason: "" }),
            { id: "D" },
        );
        const all = looked(text, found).exceptions;
        assert.deepEqual(
            all.map(({ id, state, needed }) => [id, state, needed]),
            [
                ["A", "ended", true],
                ["B", "pending", true],
                ["C", "faulty", true],
                ["D", "faulty", false],
            ],
        );
    });

    it("asks only for the stacks that an exception may be about", () => {
        const about = (text: string) => ["dev", "prod"].filter((stack) => asksFor(text, DAY)({ stack, project: "p" }));
        assert.deepEqual(about(yaml(exception({ resource: "urn:pulumi:prod::p::*::landing" }))), ["prod"]);
        assert.deepEqual(about(yaml(exception({ resource: "urn:pulumi:prod::p-bootstrap::*::state" }))), []);
        const anywhere = exception({ resource: "urn:pulumi:*::p::*::landing" });
        assert.deepEqual(about(yaml(anywhere)), ["dev", "prod"]);
        assert.deepEqual(about("[]"), []);
    });
});

describe("the check of the exceptions", () => {
    it("is content with none, and with one that holds and is needed", () => {
        assert.equal(code("[]"), EXIT.inOrder);
        assert.equal(code(yaml(exception()), found), EXIT.inOrder);
    });

    const wrong: [string, string, Judged][] = [
        ["no YAML", "- [", found],
        ["a fault in an entry", yaml(exception({ reason: "" })), found],
        ["an end that is past", yaml(exception({ expires: "2026-02-28" })), found],
        ["no approval", yaml(exception({ approved: "pending" })), found],
        ["one of no use", yaml(exception()), judged([])],
    ];
    for (const [title, text, stack] of wrong) {
        it(`ends with 2 for ${title}`, () => assert.equal(code(text, stack), EXIT.wrong));
    }

    it("ends with 3 when one ends within the days that were asked for, its last day and the last of those included", () => {
        const soon = (expires: string, days: number) =>
            exitCode(check(looked(yaml(exception({ expires })), found), days));
        assert.equal(soon("2026-03-15", 14), EXIT.endsSoon);
        assert.equal(soon("2026-03-16", 14), EXIT.inOrder);
        assert.equal(soon("2026-03-01", 0), EXIT.endsSoon);
        assert.equal(soon("2026-03-02", 0), EXIT.inOrder);
    });

    it("ends with 1 when it is not known whether one is of use, unless something is wrong anyway", () => {
        const failed = judged([], { error: "a syntax error" });
        assert.equal(code(yaml(exception()), failed), EXIT.failed);
        assert.equal(code(yaml(exception({ reason: "" })), failed), EXIT.wrong);
    });

    it("tells every fault of the file together, by the id of its entry", () => {
        const text = yaml(exception({ id: "A", reason: "", rule: "none" }), exception({ id: "A" }));
        assert.deepEqual(check(looked(text, found), 14).faults, [
            "A lacks reason",
            "A names the rule none, which does not exist",
            "A has the same id as an earlier entry",
        ]);
    });
});
