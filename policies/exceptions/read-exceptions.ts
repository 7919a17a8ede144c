import { parse } from "yaml";
import { daysBetween, type Exception, type ExceptionFault, LONGEST_DAYS } from "./exception.ts";

export interface ReadExceptions {
    /** Those that hold today. */
    exceptions: Exception[];
    /** Each keeps its entry from suppressing anything, and fails the check. */
    faults: ExceptionFault[];
}

export interface ReadOptions {
    /** `YYYY-MM-DD`. */
    today: string;
    /** Names of all rules. */
    rules: readonly string[];
}

const FIELDS = [
    "id",
    "rule",
    "resource",
    "finding",
    "category",
    "reason",
    "owner",
    "approver",
    "ticket",
    "approved",
    "expires",
] as const;

/** Reads the text of an exceptions file. What is malformed or expired becomes a fault, never an exception. */
export function readExceptions(text: string, options: ReadOptions): ReadExceptions {
    const read: ReadExceptions = { exceptions: [], faults: [] };
    let entries: unknown;
    try {
        entries = parse(text) ?? [];
    } catch (error) {
        const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
        return { exceptions: [], faults: [{ id: "exceptions.yaml", what: `is not YAML: ${reason}` }] };
    }
    if (!Array.isArray(entries)) {
        return { exceptions: [], faults: [{ id: "exceptions.yaml", what: "is not a list of exceptions" }] };
    }
    const seen = new Set<string>();
    entries.forEach((entry: unknown, index) => {
        const fields = entry instanceof Object ? (entry as Record<string, unknown>) : {};
        const id = typeof fields.id === "string" && fields.id !== "" ? fields.id : `entry-${index + 1}`;
        const wrong = seen.has(id) ? ["has the same id as an earlier entry"] : faultsOf(fields, options);
        seen.add(id);
        for (const what of wrong) read.faults.push({ id, what });
        if (wrong.length === 0) read.exceptions.push(fields as unknown as Exception);
    });
    return read;
}

function faultsOf(entry: Record<string, unknown>, { today, rules }: ReadOptions): string[] {
    const missing = FIELDS.filter((field) => typeof entry[field] !== "string" || entry[field] === "");
    const extra = Object.keys(entry).filter((key) => !FIELDS.includes(key as (typeof FIELDS)[number]));
    if (missing.length > 0) return [`lacks ${missing.join(", ")}`];
    if (extra.length > 0) return [`has an unknown field ${extra.join(", ")}`];
    const { rule, resource, finding, category, owner, approver, approved, expires } = entry as unknown as Exception;
    const faults: string[] = [];
    if (!rules.includes(rule)) faults.push(`names the rule ${rule}, which does not exist`);
    if (!/^urn:pulumi:.+::[^:]*[^:*][^:]*$/.test(resource)) faults.push("must name its resource by URN, not all by *");
    if (/^\*+$/.test(finding)) faults.push("must name the property it accepts, not all by *");
    if (category !== "waiver" && category !== "mitigated") faults.push("category must be waiver or mitigated");
    if (owner.trim().toLowerCase() === approver.trim().toLowerCase()) faults.push("its owner cannot approve it");
    return [...faults, ...dateFaults(approved, expires, today)];
}

function dateFaults(approved: string, expires: string, today: string): string[] {
    for (const [field, date] of Object.entries({ approved, expires })) {
        if (!isDay(date)) return [`${field} must be a day such as 2026-01-31, got ${date}`];
    }
    if (daysBetween(today, approved) > 0) return [`approved ${approved} lies in the future`];
    if (daysBetween(approved, expires) > LONGEST_DAYS) {
        return [
            `expires ${daysBetween(approved, expires)} days after its approval, at most ${LONGEST_DAYS} are allowed`,
        ];
    }
    return daysBetween(today, expires) < 0 ? [`expired on ${expires}`] : [];
}

function isDay(text: string): boolean {
    const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
    return parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
