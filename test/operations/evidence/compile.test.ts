import assert from "node:assert/strict";
import { asText, exitCode } from "../../../operations/evidence/text.ts";
import { evidence, exceptionText, QUEUE, queue } from "./support.ts";

function control(id: string, found = evidence()) {
    return found.frameworks.flatMap(({ controls }) => controls).find((one) => one.id === id);
}

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("evidence", () => {
    it("leads from a control over its rules to the resources that they judged", () => {
        const found = evidence();
        assert.deepEqual(control("pci:3.5.1", found), {
            id: "pci:3.5.1",
            number: "3.5.1",
            title: "Stored card numbers are unreadable",
            state: "holds",
            rules: ["sqs-encrypted"],
            judged: 1,
            findings: 0,
        });
        const [rule] = found.rules.filter(({ name }) => name === "sqs-encrypted");
        assert.deepEqual(
            rule?.judged.map((place) => found.resources[place]?.name),
            ["bulk"],
        );
    });

    for (const { state, records, exceptions } of [
        { state: "broken", records: [queue("bulk")] },
        { state: "undecided", records: [queue("bulk", { kmsMasterKeyId: unknown })] },
        { state: "excepted", records: [queue("bulk")], exceptions: exceptionText() },
        { state: "holds", records: [queue("bulk", { kmsMasterKeyId: "key" })] },
        { state: "nothing to judge", records: [] },
    ]) {
        it(`says of a control that it is "${state}" by the gravest that its rules found`, () => {
            const found = evidence({ records, ...(exceptions && { exceptions }) });
            assert.equal(control("pci:3.5.1", found)?.state, state);
            assert.equal(exitCode(found), ["broken", "undecided"].includes(state) ? 2 : 0);
        });
    }

    it("does not call a control held whose rules found nothing to judge", () => {
        assert.equal(control("pci:3.6.1")?.state, "nothing to judge");
    });

    it("says what covers a control that no rule does, and where that is", () => {
        assert.equal(control("pci:6.5.1")?.state, "covered elsewhere");
        assert.deepEqual(control("pci:6.5.1")?.beside, {
            text: "a matter of review",
            where: [".github/CODEOWNERS"],
        });
    });

    it("says of a control that nothing covers that nothing does", () => {
        assert.equal(control("pci:11.4.1")?.state, "not covered");
        assert.equal(control("pci:11.4.1")?.gap, "none is on record");
        assert.equal(evidence().controlsByState["not covered"], 1);
    });

    it("names who owns an exception, who approved it and until when, and which finding it covers", () => {
        const { exceptions, rules } = evidence({ records: [queue("bulk")], exceptions: exceptionText() });
        const [exception] = exceptions;
        assert.deepEqual(
            [exception?.owner, exception?.approver, exception?.expires, exception?.uses],
            ["ada@bank.example", "grace@bank.example", "2026-06-30", 1],
        );
        assert.equal(rules.find(({ name }) => name === "sqs-encrypted")?.findings[0]?.exception, "EX-1");
    });

    it("takes an exception that ended for a fault, and the control for broken", () => {
        const ended = evidence({ records: [queue("bulk")], exceptions: exceptionText(), day: "2026-07-01" });
        assert.equal(control("pci:3.5.1", ended)?.state, "broken");
        assert.match(ended.faults.join(), /EX-1: expired on 2026-06-30/);
        assert.equal(exitCode(ended), 2);
    });

    it("leaves out exceptions of other stacks", () => {
        const exceptions = exceptionText({ resource: "urn:pulumi:dev::compliance-platform::*::bulk" });
        assert.deepEqual(evidence({ exceptions }).exceptions, []);
        assert.deepEqual(evidence({ exceptions }).faults, []);
    });

    it("tells the day only where an exception makes it count", () => {
        assert.equal(evidence().day, undefined);
        assert.equal(evidence({ records: [queue("bulk")], exceptions: exceptionText() }).day, "2026-03-01");
    });

    it("is the same in whatever order the resources come", () => {
        const records = [queue("b"), queue("a"), queue("c", { kmsMasterKeyId: "key" })];
        const one = JSON.stringify(evidence({ records }));
        assert.equal(JSON.stringify(evidence({ records: [...records].reverse() })), one);
    });

    it("does not count the stack as one of its own resources", () => {
        const stack = {
            urn: "urn:pulumi:prod::p::pulumi:pulumi:Stack::s",
            type: "pulumi:pulumi:Stack",
            name: "s",
            props: {},
        };
        assert.deepEqual(
            evidence({ records: [queue("a"), stack] }).resources.map(({ type }) => type),
            [QUEUE],
        );
    });

    it("repeats no property of a resource, which may be a secret", () => {
        const canary = "canary-4711";
        const found = evidence({
            records: [queue("bulk", { kmsMasterKeyId: "", policy: canary, tags: { t: canary } })],
        });
        assert.ok(!JSON.stringify(found).includes(canary));
    });

    it("on a terminal keeps to 80 columns and names each control that does not hold", () => {
        const text = asText(evidence({ records: [queue("bulk")] }), "out");
        assert.match(text, /\n {2}broken: pci:3\.5\.1 Stored card numbers are unreadable\n/);
        assert.match(text, /\n {5}1 {2}controls are covered by nothing\n/);
        assert.deepEqual(
            text.split("\n").filter((line) => line.length > 80),
            [],
        );
    });
});
