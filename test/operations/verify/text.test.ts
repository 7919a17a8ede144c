import assert from "node:assert/strict";
import type { StepReport, VerifyReport } from "../../../operations/verify/report.ts";
import { asText } from "../../../operations/verify/text.ts";
import { failed, held, unknown, type Verdict } from "../../../operations/verify/verdict.ts";

const step = (name: string, verdict: Verdict, leftBehind: string[] = []): StepReport => ({
    name,
    proves: `${name} works`,
    answers: "a doubt",
    verdict,
    seconds: 1.5,
    leftBehind,
});
const report: VerifyReport = {
    stack: "dev",
    accountId: "111111111111",
    region: "eu-west-1",
    run: "abcdefghij",
    startedAt: "2026-11-01T10:00:00.000Z",
    finishedAt: "2026-11-01T10:01:00.000Z",
    steps: [
        step("keys", held({ queue: "arn" })),
        step("files", failed("No manifest | came.", "Look there."), ["s3://landing/one"]),
        step("locked", unknown("Not allowed to look.")),
    ],
};

describe("the report of a verification", () => {
    it("says to people why and what to do, for what did not hold", () => {
        const text = asText(report, "human");
        assert.match(text, /^Stack dev, account 111111111111 in eu-west-1, run abcdefghij\n/);
        assert.match(text, /keys {4}held\n/);
        assert.match(text, /files {3}FAILED\n {10}No manifest \| came\.\n {10}Look there\.\n {10}Left behind: s3:/);
        assert.match(text, /locked {2}cannot tell\n {10}Not allowed to look\.\n/);
        assert.match(text, /\n1 held, 1 failed, 1 cannot tell, 0 not here, 1 left behind\n$/);
    });

    it("is a table in Markdown, whatever a reason holds", () => {
        const rows = asText(report, "markdown")
            .split("\n")
            .filter((line) => line.startsWith("| "));
        assert.equal(rows.length, 4);
        for (const row of rows) assert.equal(row.replaceAll("\\|", "").split("|").length, 6);
    });

    it("is whole in JSON", () => {
        assert.deepEqual(JSON.parse(asText(report, "json")), report);
    });
});
