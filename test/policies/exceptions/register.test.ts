import assert from "node:assert/strict";
import type { Exception } from "../../../policies/exceptions/exception.ts";
import { ExceptionRegister } from "../../../policies/exceptions/register.ts";
import type { Finding } from "../../../policies/finding.ts";
import { exception } from "../../support/exceptions.ts";

const FINDING: Finding = {
    rule: "s3-access-logged",
    severity: "medium",
    status: "violation",
    urn: "urn:pulumi:prod::p::aws:s3/bucket:Bucket::landing",
    property: "logging",
    message: "is not set. Fix: Add it.",
};
const PROD = { stack: "prod", project: "p" };
const register = (...exceptions: Exception[]) => new ExceptionRegister({ exceptions, faults: [] }, "2026-03-01");

describe("ExceptionRegister", () => {
    it("reports each use as excepted", () => {
        const excepted = register(exception()).apply(FINDING);
        assert.deepEqual(excepted, { ...FINDING, status: "excepted", exception: "EX-1 until 2026-06-30" });
    });

    it("warns from fourteen days before the end", () => {
        const by = (expires: string) => register(exception({ expires })).apply(FINDING).exception;
        assert.equal(by("2026-03-16"), "EX-1 until 2026-03-16");
        assert.equal(by("2026-03-15"), "EX-1 until 2026-03-15, 14 days left: fix it or have it approved again");
    });

    const others: [string, Partial<Exception>][] = [
        ["another rule", { rule: "s3-versioned" }],
        ["another resource", { resource: "urn:pulumi:prod::*::records" }],
        ["another stack", { resource: "urn:pulumi:dev::*::landing" }],
        ["another property", { finding: "policy" }],
        ["a longer name", { resource: "urn:pulumi:prod::*::land" }],
    ];
    for (const [title, changes] of others) {
        it(`suppresses nothing of ${title}`, () => {
            assert.equal(register(exception(changes)).apply(FINDING), FINDING);
        });
    }

    it("takes dots and brackets of a pattern literally", () => {
        const statement = { ...FINDING, property: "policy.Statement[0].Action" };
        const by = (finding: string) => register(exception({ finding })).apply(statement).status;
        assert.equal(by("policy.Statement[0].Action"), "excepted");
        assert.equal(by("policy.Statement[*].Action"), "excepted");
        assert.equal(by("policy.Statement[1].Action"), "violation");
        assert.equal(by("policy?Statement[0].Action"), "violation");
    });

    it("reports an exception of no use as an error", () => {
        const [unused, ...none] = register(exception()).findings(PROD);
        assert.deepEqual(none, []);
        assert.equal(unused?.status, "violation");
        assert.equal(unused?.rule, "exceptions-valid");
        assert.equal(unused?.property, "EX-1");
        assert.match(unused?.message ?? "", /^matches no finding of s3-access-logged in prod\. Fix: /);
    });

    it("reports nothing of an exception that was used, or is for another stack", () => {
        const used = register(exception());
        used.apply(FINDING);
        assert.deepEqual(used.findings(PROD), []);
        assert.deepEqual(register(exception()).findings({ ...PROD, stack: "dev" }), []);
        assert.equal(
            register(exception({ resource: "urn:pulumi:*::p::*::landing" })).findings({ ...PROD, stack: "dev" }).length,
            1,
        );
    });

    it("reports nothing of an exception that is about another project of the stack", () => {
        const mine = register(exception({ resource: "urn:pulumi:prod::platform::*::landing" }));
        assert.equal(mine.findings({ stack: "prod", project: "platform" }).length, 1);
        assert.deepEqual(mine.findings({ stack: "prod", project: "platform-bootstrap" }), []);
    });

    it("says who has to do what while nobody has approved an exception", () => {
        const faults = [{ id: "EX-1", what: "nobody has approved it yet", kind: "pending" as const }];
        const [found] = new ExceptionRegister({ exceptions: [], faults }, "2026-03-01").findings(PROD);
        assert.equal(
            found?.message,
            "nobody has approved it yet. Fix: have its approver run npm run exceptions -- approve EX-1.",
        );
    });

    it("neither suppresses nor drops what is inconclusive", () => {
        const inconclusive: Finding = { ...FINDING, status: "inconclusive" };
        const waiting = register(exception());
        assert.equal(waiting.apply(inconclusive), inconclusive);
        assert.deepEqual(waiting.findings(PROD), []);
    });

    it("reports what is wrong with the file", () => {
        const faults = [{ id: "entry-1", what: "lacks id" }];
        const [found] = new ExceptionRegister({ exceptions: [], faults }, "2026-03-01").findings(PROD);
        assert.equal(found?.property, "entry-1");
        assert.match(found?.message ?? "", /^lacks id\. Fix: /);
    });
});
