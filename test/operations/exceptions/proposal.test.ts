import assert from "node:assert/strict";
import { entryNamed, nextId, proposalFor, requireSaid, type Said } from "../../../operations/exceptions/proposal.ts";
import { exception, yaml } from "../../support/exceptions.ts";
import { DAY, finding } from "./support.ts";

const SAID = {
    from: "report.json",
    category: "waiver",
    reason: "empty until autumn",
    owner: "ada@example.com",
    approver: "grace@example.com",
    ticket: "RISK-7",
    days: "90",
};
const PROPOSER = "linus@example.com";
const propose = (text = "[]", changes: Partial<Said & { id: string }> = {}) =>
    proposalFor(finding(), { ...SAID, id: "EX-2026-001", ...changes }, text, DAY);

function refusal(changes: Partial<Said>, proposer: string | undefined = PROPOSER): string {
    try {
        requireSaid({ ...SAID, ...changes }, DAY.today, proposer);
    } catch (error) {
        return (error as Error).message;
    }
    return "";
}

describe("a proposal", () => {
    it("is an entry for one finding that nobody has approved", () => {
        assert.deepEqual(propose(), {
            id: "EX-2026-001",
            rule: "s3-access-logged",
            resource: "urn:pulumi:prod::p::a:b:C$aws:s3/bucket:Bucket::landing",
            finding: "logging",
            category: "waiver",
            reason: "empty until autumn",
            owner: "ada@example.com",
            approver: "grace@example.com",
            ticket: "RISK-7",
            approved: "pending",
            expires: "2026-05-30",
        });
    });

    it("may be said whole", () => assert.equal(refusal({}), ""));

    it("names all that is missing together", () => {
        const said = refusal({ from: undefined, reason: " ", ticket: undefined, days: undefined } as never);
        assert.match(said, /^Name the finding: --stack, --rule and --resource, or --from/);
        assert.match(
            said,
            /\nSay --reason, --ticket\.\nSay its end as --expires DAY or --days N, at most 2026-08-28 \(180 days\)\.\n/,
        );
    });

    it("is never approved by its owner or by who proposes it, however they are written", () => {
        assert.match(refusal({ approver: " Ada@Example.com" }), /owns or proposes it: name somebody else/);
        assert.match(refusal({ approver: "LINUS@example.com" }), /owns or proposes it/);
        assert.equal(refusal({ approver: "linus@example.com" }, "grace@example.com"), "");
    });

    it("ends at most 180 days from now, and not before today", () => {
        for (const days of ["0", "180"]) assert.equal(refusal({ days }), "");
        for (const days of ["181", "-1", "soon", "1.5"]) assert.match(refusal({ days }), /is no end that it may have/);
        const by = (expires: string) => refusal({ days: undefined, expires } as never);
        for (const day of ["2026-03-01", "2026-08-28"]) assert.equal(by(day), "");
        for (const day of ["2026-02-28", "2026-08-29", "2026-02-30"])
            assert.match(by(day), /is no end that it may have/);
        assert.match(refusal({ expires: "2026-04-01" }), /Say its end as --expires DAY or --days N/);
    });

    it("takes no category that there is none of", () => {
        assert.match(refusal({ category: "temporary" }), /--category takes waiver .* or mitigated/);
    });

    it("is refused for a finding that an entry is about already, ended or not approved too", () => {
        assert.throws(() => propose(yaml(exception())), /EX-1 is about that finding already.*propose --renew EX-1/);
        assert.throws(() => propose(yaml(exception({ expires: "2026-02-28" }))), /propose --renew EX-1/);
        assert.throws(
            () => propose(yaml(exception({ approved: "pending" }))),
            /EX-1 is proposed for that finding already/,
        );
        assert.equal(propose(yaml(exception({ finding: "policy" }))).id, "EX-2026-001");
    });

    it("is refused under an id that there is, and in a file that cannot be read", () => {
        assert.throws(
            () => propose(yaml(exception({ finding: "policy" })), { id: "EX-1" }),
            /There is an exception EX-1/,
        );
        assert.throws(() => propose("- ["), /exceptions\.yaml is not YAML.*Correct it first/s);
    });

    it("is valid before it is written", () => {
        const wrong = () => proposalFor({ ...finding(), property: "" }, { ...SAID, id: "EX-2" }, "[]", DAY);
        assert.throws(wrong, /It cannot be proposed: lacks finding\./);
    });

    it("is numbered after the last of its year", () => {
        assert.equal(nextId("[]", "2026-03-01"), "EX-2026-001");
        const text = yaml(
            exception({ id: "EX-2026-009" }),
            exception({ id: "EX-2025-100" }),
            exception({ id: "other" }),
        );
        assert.equal(nextId(text, "2026-03-01"), "EX-2026-010");
        assert.equal(nextId(text, "2027-03-01"), "EX-2027-001");
    });

    it("of an exception again needs one that is whole, ended or not", () => {
        assert.equal(entryNamed(yaml(exception({ expires: "2026-02-28" })), "EX-1", DAY).ticket, "RISK-1");
        assert.throws(
            () => entryNamed(yaml(exception()), "EX-2", DAY),
            /There is no exception EX-2\. Those there are: EX-1\./,
        );
        assert.throws(
            () => entryNamed(yaml(exception({ reason: "" })), "EX-1", DAY),
            /cannot be renewed: lacks reason/,
        );
    });
});
