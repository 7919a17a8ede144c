import { rules } from "../../policies/rules/index.ts";
import { groupBy } from "../cli/group-by.ts";
import type { EnvironmentReport, Report, ReportedFinding } from "../preview/environment.ts";
import { blocksPreview } from "../preview/report.ts";

interface Case {
    readonly name: string;
    readonly kind?: "failure" | "error" | "skipped";
    readonly message?: string;
    readonly text?: string;
}

/** The report as results of tests: one suite for each environment, one case for each guardrail. */
export function asJunit({ environments }: Report): string {
    const suites = environments.map((report) => {
        const cases = casesOf(report);
        const count = (kind: Case["kind"]) => cases.filter((one) => one.kind === kind).length;
        const head = {
            name: `guardrails of ${report.stack}`,
            tests: cases.length,
            failures: count("failure"),
            errors: count("error"),
            skipped: count("skipped"),
            time: report.seconds,
        };
        return element("testsuite", head, `\n${cases.map((one) => caseText(report.stack, one)).join("\n")}\n`);
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", {}, `\n${suites.join("\n")}\n`)}\n`;
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

function caseText(stack: string, { name, kind, message = "", text = "" }: Case): string {
    const inner = kind === undefined ? "" : element(kind, { message }, escaped(text));
    return element("testcase", { name, classname: stack }, inner);
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, inner: string): string {
    const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
    return inner === "" ? `<${name}${told.join("")}/>` : `<${name}${told.join("")}>${inner}</${name}>`;
}

/** What XML 1.0 has no place for is left out. */
function escaped(text: string): string {
    return text
        .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/"/g, "&quot;")
        .replace(/\r/g, "&#13;")
        .replace(/\n/g, "&#10;");
}
