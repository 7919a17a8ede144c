import assert from "node:assert/strict";
import { PreviewEvents } from "../../../operations/preview/collect.ts";
import { environmentReport } from "../../../operations/preview/environment.ts";
import { exitCode, type Finding, type PreviewReport } from "../../../operations/preview/report.ts";
import { asTerminal } from "../../../operations/report/terminal.ts";

const urn = "urn:pulumi:prod::compliance-platform::aws:sqs/queue:Queue::bulk";
const finding: Finding = {
    rule: "sqs-encrypted",
    severity: "high",
    status: "violation",
    urn,
    property: "kmsMasterKeyId",
    message: "is not a customer-managed key. Fix: Use the platform's key.",
};
const clean: PreviewReport = {
    stack: "prod",
    offline: true,
    resources: [{ urn, type: "aws:sqs/queue:Queue", name: "bulk", change: "create" }],
    findings: [],
    rules: 69,
    errors: [],
    seconds: 1,
};
const withFinding = (change: Partial<Finding>): PreviewReport => ({ ...clean, findings: [{ ...finding, ...change }] });

const asText = (report: PreviewReport): string =>
    asTerminal({ version: 1, environments: [environmentReport({ report, changes: { changes: [], after: [] } })] });

describe("a preview report", () => {
    for (const { title, report, code } of [
        { title: "ends with 0 when nothing was found", report: clean, code: 0 },
        { title: "ends with 2 at a violation", report: withFinding({}), code: 2 },
        {
            title: "ends with 2 at an undecided check offline",
            report: withFinding({ status: "inconclusive" }),
            code: 2,
        },
        {
            title: "ends with 0 at an undecided check against the real clouds",
            report: { ...withFinding({ status: "inconclusive" }), offline: false },
            code: 0,
        },
        { title: "ends with 0 when the finding is excepted", report: withFinding({ status: "excepted" }), code: 0 },
        { title: "ends with 1 when the preview failed", report: { ...clean, errors: ["no such setting"] }, code: 1 },
    ]) {
        it(title, () => assert.equal(exitCode(report), code));
    }

    it("names rule, resource, property, fault and fix, in 80 columns", () => {
        const text = asText(withFinding({}));
        const about = urn.split("::").slice(-2).join("::");
        const flat = text.replace(/\s+/g, " ");
        for (const part of [finding.rule, about, finding.property, finding.message])
            assert.ok(flat.includes(part), part);
        assert.match(text, /69 guardrails over 1 resources: 1 violations, 0 inconclusive, 0 excepted/);
        assert.deepEqual(
            text.split("\n").filter((line) => line.length > 80),
            [],
        );
    });

    it("does not claim a result of the guardrails when the preview failed", () => {
        const text = asText({ ...clean, resources: [], errors: ["no such setting"] });
        assert.match(text, /^It could not be previewed\n {2}no such setting/);
        assert.match(text, /The preview failed, so no guardrail has decided on all\./);
        assert.doesNotMatch(text, /0 violations/);
    });
});

describe("the events of a preview", () => {
    const events = (event: object): PreviewEvents => {
        const gathered = new PreviewEvents();
        gathered.onEvent({ sequence: 1, timestamp: 1, ...event });
        return gathered;
    };

    it("become resources, without the stack itself", () => {
        const resource = (type: string) => ({ resourcePreEvent: { metadata: { urn, type, op: "create" } } });
        assert.deepEqual(events(resource("aws:sqs/queue:Queue")).resources, clean.resources);
        assert.deepEqual(events(resource("pulumi:pulumi:Stack")).resources, []);
    });

    it("become findings, with what stands in the message taken apart", () => {
        const message = "<{%reset%}>Queues carry payments.\nkmsMasterKeyId: is not ours. Fix: Use ours.<{%reset%}>";
        const { findings } = events({
            policyEvent: { policyName: "sqs-encrypted", message, resourceUrn: urn, enforcementLevel: "mandatory" },
        });
        assert.deepEqual(findings, [{ ...finding, message: "is not ours. Fix: Use ours." }]);
    });

    it("become errors, but for the engine's word that it failed", () => {
        const error = (message: string) => events({ diagnosticEvent: { severity: "error", message } }).errors;
        assert.deepEqual(error("no such setting\n"), ["no such setting"]);
        assert.deepEqual(error("preview failed"), []);
    });
});
