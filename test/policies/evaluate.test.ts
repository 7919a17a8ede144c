import assert from "node:assert/strict";
import { evaluate } from "../../policies/evaluate.ts";
import { ExceptionRegister } from "../../policies/exceptions/register.ts";
import { rules } from "../../policies/rules/index.ts";
import { exception } from "../support/exceptions.ts";
import { noExceptions, record } from "../support/run-rule.ts";

const LANDING = record({ type: "aws:s3/bucket:Bucket", name: "landing", props: { bucket: "landing" } });

describe("evaluate", () => {
    it("says what is wrong, where, and how to fix it", () => {
        const { findings } = evaluate([LANDING], { exceptions: noExceptions() });
        assert.deepEqual(
            findings.find(({ rule }) => rule === "s3-versioned"),
            {
                rule: "s3-versioned",
                severity: "medium",
                status: "violation",
                urn: LANDING.urn,
                property: "versioning",
                message:
                    "is not enabled for this bucket. Fix: Add a BucketVersioning with versioningConfiguration.status Enabled.",
            },
        );
    });

    it("tells how many resources each rule judged", () => {
        const { checked } = evaluate([LANDING], { exceptions: noExceptions() });
        assert.equal(checked["s3-versioned"], 1);
        assert.equal(checked["sqs-encrypted"], 0);
        assert.deepEqual(
            Object.keys(checked),
            rules.map(({ name }) => name),
        );
    });

    it("reports the use of an exception, and one of no use", () => {
        const exceptions = [exception(), exception({ id: "EX-2", finding: "policy" })];
        const register = new ExceptionRegister({ exceptions, faults: [] }, "2026-03-01");
        const { findings } = evaluate([LANDING], { exceptions: register });
        const logging = findings.find(({ rule }) => rule === "s3-access-logged");
        assert.equal(logging?.status, "excepted");
        assert.equal(logging?.exception, "EX-1 until 2026-06-30");
        assert.deepEqual(
            findings.filter(({ rule }) => rule === "exceptions-valid").map(({ property }) => property),
            ["EX-2"],
        );
    });

    it("reads outputs for rules about the graph and inputs for the others", () => {
        const table = { type: "aws:dynamodb/table:Table", name: "ledger", props: { deletionProtectionEnabled: true } };
        const drifted = { ...record(table), outputs: { deletionProtectionEnabled: false } };
        const found = evaluate([drifted], { exceptions: noExceptions() }).findings.map(({ rule }) => rule);
        assert.ok(!found.includes("dynamodb-deletion-protected"));
    });

    it("has nothing to say about nothing", () => {
        assert.deepEqual(evaluate([], { exceptions: noExceptions() }).findings, []);
    });
});
