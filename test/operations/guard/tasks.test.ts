import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changesIn } from "../../../operations/guard/watch/changes.ts";
import { began, told } from "../../../operations/guard/watch/told.ts";
import { paths } from "../../../tools/paths.mjs";
import { finding, reportWith } from "./support/reports.ts";

interface Matcher {
    pattern: {
        regexp: string;
        file: number;
        line: number;
        column: number;
        severity: number;
        code: number;
        message: number;
    };
    background: { beginsPattern: string; endsPattern: string };
}

describe("the task of VS Code", () => {
    const text = readFileSync(join(paths.root, ".vscode", "tasks.json"), "utf8").replace(/^\s*\/\/.*$/gm, "");
    const [task] = JSON.parse(text).tasks as { command: string; problemMatcher: Matcher }[];
    const report = reportWith([finding("urn:pulumi:prod::p::aws:sqs/queue:Queue::bulk")], ["a fault: of two\nlines"]);
    const said = `${began("prod", ["infra/a.ts"], "problems")}${told(report, changesIn([], report), "problems")}`;
    const lines = said.split("\n").filter((line) => line !== "");

    it("runs a command that package.json has", () => {
        const script = /^npm run --silent (\S+) -- /.exec(task?.command ?? "")?.[1] ?? "";
        assert.ok(script in JSON.parse(readFileSync(join(paths.root, "package.json"), "utf8")).scripts, script);
    });

    it("finds the beginning and the end of an answer, once each and in no other line", () => {
        const { beginsPattern, endsPattern } = task?.problemMatcher.background ?? {
            beginsPattern: "",
            endsPattern: "",
        };
        const matching = (pattern: string) =>
            lines.flatMap((line, index) => (new RegExp(pattern).test(line) ? [index] : []));
        assert.deepEqual(matching(beginsPattern), [0]);
        assert.deepEqual(matching(endsPattern), [lines.length - 1]);
        assert.match(began("prod", [], "problems").trim(), new RegExp(beginsPattern));
    });

    it("reads every problem, with its place", () => {
        const { regexp, ...groups } = task?.problemMatcher.pattern ?? { regexp: "" };
        const read = lines.slice(1, -1).map((line) => {
            const match = new RegExp(regexp).exec(line);
            return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, match?.[group]]));
        });
        assert.deepEqual(read, [
            {
                file: "Pulumi.prod.yaml",
                line: "1",
                column: "1",
                severity: "error",
                code: "program",
                message: "a fault: of two lines",
            },
            {
                file: "infra/ingest/work-queue.ts",
                line: "67",
                column: "22",
                severity: "error",
                code: "sqs-encrypted",
                message: "aws:sqs/queue:Queue::bulk: kmsMasterKeyId is not set. Fix: Set it.",
            },
        ]);
    });
});
