import assert from "node:assert/strict";
import { formatted } from "../../../operations/guard/formats/index.ts";
import { changesIn } from "../../../operations/guard/watch/changes.ts";
import { told } from "../../../operations/guard/watch/told.ts";
import { finding, PLACE, reportWith } from "./support/reports.ts";

const urn = "urn:pulumi:prod::compliance-platform::compliance:platform:Platform$aws:sqs/queue:Queue::bulk";
const AT = "infra/ingest/work-queue.ts:67:22";

describe("a report of the guardrails in process", () => {
    it("as text names the fault and the line to mend", () => {
        const text = formatted(reportWith([finding(urn)]), "text");
        assert.match(text, /^VIOLATION sqs-encrypted \(high\)\n {2}resource {2}urn:.*::bulk\n/);
        assert.ok(text.includes(`  at        ${AT}\n`), text);
        assert.match(text, /\n3 guardrails over 0 resources: 1 violations, 0 inconclusive, 0 excepted\n$/);
    });

    it("as text does not claim a result when the program failed", () => {
        const text = formatted(reportWith([], ["no such setting"]), "text");
        assert.match(text, /^Error: no such setting\n/);
        assert.match(text, /The program failed, so the guardrails about the whole stack have not decided\.\n$/);
        assert.doesNotMatch(text, /0 violations/);
    });

    it("as JSON is the report itself", () => {
        const report = reportWith([finding(urn)], ["boom"]);
        assert.deepEqual(JSON.parse(formatted(report, "json")), report);
    });

    it("as problems is one line for each", () => {
        const report = reportWith(
            [finding(urn), finding(urn, { status: "excepted" }), finding(urn, { status: "inconclusive" })],
            ["two\n  lines"],
        );
        const what = "aws:sqs/queue:Queue::bulk: kmsMasterKeyId is not set. Fix: Set it.";
        assert.equal(
            formatted(report, "problems"),
            [
                "Pulumi.prod.yaml:1:1: error program: two lines",
                `${AT}: error sqs-encrypted: ${what}`,
                `${AT}: warning sqs-encrypted: [excepted] ${what}`,
                `${AT}: error sqs-encrypted: [inconclusive] ${what}`,
                "",
            ].join("\n"),
        );
    });

    it("as commands of a GitHub workflow escapes what GitHub would read as its own", () => {
        const odd = finding(urn, {
            message: "is 5%\r\nof it",
            property: "",
            place: { ...PLACE, file: "infra/a,b:c.ts" },
        });
        assert.equal(
            formatted(reportWith([odd]), "github"),
            "::error file=infra/a%2Cb%3Ac.ts,line=67,col=22,title=sqs-encrypted::" +
                "aws:sqs/queue:Queue::bulk: is 5%25%0D%0Aof it\n",
        );
    });

    it("says in each answer of --watch as JSON what changed, in one line", () => {
        const report = reportWith([finding(urn)]);
        const line = told(report, changesIn([], report), "json");
        assert.equal(line.indexOf("\n"), line.length - 1);
        const { rule, property } = finding(urn);
        assert.deepEqual(JSON.parse(line).changes, {
            new: [{ rule, urn, property }],
            open: [],
            mended: [],
            undecided: [],
        });
    });
});
