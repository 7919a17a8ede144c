import type { Verdict } from "./core/judge.ts";
import type { Resource } from "./core/resource.ts";
import type { Rule, Severity } from "./core/rule.ts";

export type Status = "violation" | "inconclusive" | "excepted";

/** One result of a guardrail that somebody must know about. */
export interface Finding {
    rule: string;
    severity: Severity;
    status: Status;
    /** URN of the resource; empty when the finding is about the whole stack. */
    urn: string;
    property: string;
    /** What is wrong and what to change. */
    message: string;
    /** For `excepted`: the exception that was used, and when it ends. */
    exception?: string;
}

/** What a printed finding says, read back. */
export interface ParsedFinding {
    rule: string;
    status: Status;
    property: string;
    text: string;
    exception?: string;
}

const UNKNOWN_FIX = "Preview offline, where each value is predicted; the update decides it";

/** The finding for a verdict, before any exception. */
export function findingFor(rule: Rule, { urn }: Resource, { status, property, what }: Verdict): Finding {
    const fix = status === "inconclusive" ? UNKNOWN_FIX : rule.fix;
    return { rule: rule.name, severity: rule.severity, status, urn, property, message: `${what}. Fix: ${fix}.` };
}

/** One line: `<property>: <what is wrong>. Fix: <fix>.`, after a mark in brackets unless it is a violation. */
export function formatFinding({ status, property, message, exception }: Finding): string {
    const mark = status === "excepted" && exception ? `excepted by ${exception}` : status;
    return `${status === "violation" ? "" : `[${mark}] `}${property}: ${message}`;
}

const PRINTED =
    /^(?:\[(?<status>inconclusive|excepted)(?: by (?<exception>[^\]]+))?\] )?(?<property>[^\s:]\S*): (?<text>.+)$/;

/**
 * Reads a line of `formatFinding` back, also out of the engine's policy event, which puts the rule's description in
 * front. Text that is not ours, such as an error of the engine, counts as a violation of the whole resource.
 */
export function parseFinding(rule: string, printed: string): ParsedFinding {
    const line = printed.trim().split("\n").at(-1) ?? "";
    const { status = "violation", exception, property = "", text = line } = PRINTED.exec(line)?.groups ?? {};
    return { rule, status: status as Status, property, text, ...(exception !== undefined && { exception }) };
}

/**
 * When the rules run: `offline` with stand-ins, where every value is predicted; `preview` against the real clouds,
 * where new identifiers are still unknown; `update`, where nothing is.
 */
export type Phase = "offline" | "preview" | "update";

/** Whether the finding must stop the preview or the update. */
export function blocks({ status }: Pick<Finding, "status">, phase: Phase): boolean {
    return status === "violation" || (status === "inconclusive" && phase !== "preview");
}
