import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { RUNBOOKS } from "../../../infra/alerts/runbooks.ts";
import { stackNames } from "../../../stacks/settings-of.ts";
import { thePlatform } from "../../support/infra-parts.ts";
import { created, everything, namesOf } from "../../support/mocks.ts";

const folder = new URL("../../../docs/runbooks/", import.meta.url);
const read = (page: string) => readFileSync(new URL(page, folder), "utf8");
const written = readdirSync(folder)
    .filter((page) => page !== "README.md")
    .map((page) => page.replace(/\.md$/, ""))
    .sort();

/** Budgets have no room for a text, so the page names them. */
const BUDGETS = ["aws:budgets/budget:Budget", "azure-native:consumption:Budget"];

function runbooksNamed(): string[] {
    const descriptions = everything().flatMap(({ type, inputs }) => {
        if (type === "aws:cloudwatch/metricAlarm:MetricAlarm") return [String(inputs.alarmDescription)];
        return type === "azure-native:monitor:MetricAlert" ? [String(inputs.description)] : [];
    });
    return descriptions.map((text) => /docs\/runbooks\/([a-z-]+)\.md$/.exec(text)?.[1] ?? `none in "${text}"`);
}

describe("runbooks", () => {
    // The platform of each stack.
    it("are the pages there are", () => {
        assert.deepEqual(written, [...RUNBOOKS]);
        const listed = [...read("README.md").matchAll(/\]\(([a-z-]+)\.md\)/g)].map(([, page]) => page);
        assert.deepEqual(listed, written);
    });

    it("cover every alarm of every stack, and none is left over", async () => {
        const named = new Set(["cost-over-budget"]);
        for (const stack of stackNames) {
            await thePlatform(stack);
            const budgets = BUDGETS.filter((type) => namesOf(type).length > 0);
            assert.deepEqual(budgets, BUDGETS);
            for (const runbook of runbooksNamed()) named.add(runbook);
        }
        assert.deepEqual([...named].sort(), written);
    });

    it("fit into what CloudWatch takes as a description", async () => {
        await thePlatform("prod");
        for (const name of namesOf("aws:cloudwatch/metricAlarm:MetricAlarm")) {
            const { alarmDescription } = created("aws:cloudwatch/metricAlarm:MetricAlarm", name);
            assert.ok(String(alarmDescription).length <= 1024, name);
        }
    });

    for (const page of written) {
        it(`${page} says what it means, how bad it is, where to look, what to run and when to call somebody`, () => {
            const text = read(`${page}.md`);
            const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
            assert.deepEqual(headings, ["What it means", "How bad", "Look here first", "Commands", "Escalate"]);
            assert.match(text, /^# .+\n/);
            assert.match(text, /```sh\n[^`]+```/);
            assert.ok(text.split("\n").length <= 60, "is longer than a page");
        });
    }
});
