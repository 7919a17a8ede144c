import { rules } from "../../policies/rules/index.ts";
import { groupBy } from "../cli/group-by.ts";
import type { EnvironmentReport, Report, ReportedFinding } from "../preview/environment.ts";
import { blocksPreview } from "../preview/report.ts";
import { type Case, junitXml } from "./junit-xml.ts";

/** The report as results of tests: one suite for each environment, one case for each guardrail. */
export function asJunit({ environments }: Report): string {
    return junitXml(
        environments.map((report) => ({
            name: `guardrails of ${report.stack}`,
            about: report.stack,
            time: report.seconds,
            cases: casesOf(report),
        })),
    );
}

function casesOf({ errors, findings, offline }: EnvironmentReport): Case[] {
    const byRule = groupBy(findings, ({ rule }) => rule);
    const names = [...new Set([...rules.map(({ name }) => name), ...byRule.keys()])];
    const failed = errors.length > 0;
    const program: Case = failed
        ? { name: PROGRAM, kind: "error", message: "it could not be previewed", text: errors.join("\n") }
        : { name: PROGRAM };
    const judged = names.map((name): Case => {
        const blocking = (byRule.get(name) ?? []).filter((finding) => blocksPreview(finding, offline));
        if (blocking.length > 0) {
            const [first] = blocking as [ReportedFinding];
            return { name, kind: "failure", message: first.message, text: blocking.map(told).join("\n") };
        }
        // Who did not see all resources has not passed any of them.
        return failed ? { name, kind: "skipped", message: "the preview failed before it decided" } : { name };
    });
    return [program, ...judged];
}

const PROGRAM = "the program can be previewed";

function told({ urn, property, message, status }: ReportedFinding): string {
    return `${status}: ${urn} ${property} ${message}`;
}
