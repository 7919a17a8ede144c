import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseFinding, type Wanted } from "../../../operations/exceptions/choose-finding.ts";
import { reportFindings } from "../../../operations/exceptions/report-findings.ts";
import { finding } from "./support.ts";

const all = [finding(), finding({ property: "policy" }), finding({ urn: "urn:pulumi:prod::p::a:b:Queue::landing" })];
const choose = (wanted: Wanted, findings = all) => chooseFinding(findings, wanted, "prod");

describe("the finding that is meant", () => {
    it("is the only one, or the one that rule, resource and property name", () => {
        assert.equal(choose({}, [finding()]).property, "logging");
        assert.equal(choose({ resource: "Bucket::landing", finding: "policy" }), all[1]);
        assert.equal(choose({ resource: "Queue::landing" }), all[2]);
        assert.equal(choose({ resource: all[2]?.urn ?? "" }), all[2]);
    });

    it("is asked for when several fit, with the options that tell them apart", () => {
        assert.throws(
            () => choose({ resource: "landing" }),
            /3 findings of prod fit.*\n {2}--rule s3-access-logged --finding logging --resource urn:pulumi:prod::p::a:b:C\$aws/,
        );
    });

    it("is never half a name", () => {
        assert.throws(
            () => choose({ resource: "anding" }),
            /No finding of prod fits --resource anding\. There are:\n {2}--rule/,
        );
    });

    it("is none that is accepted already, not decided, or about the exceptions themselves", () => {
        const excepted = finding({ status: "excepted", exception: "EX-1 until 2026-06-30" });
        assert.throws(() => choose({}, [excepted]), /accepted already, by EX-1 until 2026-06-30/);
        for (const one of [finding({ status: "inconclusive" }), finding({ rule: "exceptions-valid" })]) {
            assert.throws(() => choose({}, [one]), /prod has no violation: there is nothing to accept/);
        }
    });
});

describe("the report of which a finding is taken", () => {
    const folder = mkdtempSync(join(tmpdir(), "report-"));
    after(() => rmSync(folder, { recursive: true }));
    const file = (content: unknown) => {
        const name = join(folder, "report.json");
        writeFileSync(name, typeof content === "string" ? content : JSON.stringify(content));
        return name;
    };

    it("is that of the guard, or of a preview over several stacks", async () => {
        const prod = { stack: "prod", findings: [finding()] };
        assert.deepEqual(await reportFindings(file(prod)), [finding()]);
        const both = file({ version: 1, environments: [{ stack: "dev", findings: [all[1]] }, prod] });
        assert.deepEqual(await reportFindings(both), [all[1], finding()]);
        assert.deepEqual(await reportFindings(both, "prod"), [finding()]);
        await assert.rejects(reportFindings(both, "local"), /is not about local, but about dev, prod\./);
    });

    it("is refused when it is none, with the command that writes one", async () => {
        for (const content of [
            "{",
            "null",
            "[]",
            "3",
            { findings: [] },
            { stack: "prod", findings: [{ rule: 1 }] },
            { environments: 3 },
        ]) {
            await assert.rejects(
                reportFindings(file(content)),
                /is no report: write one with npm run guard|Cannot read the report/,
            );
        }
        await assert.rejects(reportFindings(join(folder, "absent.json")), /Cannot read the report .*absent\.json/);
    });
});
