import { parse } from "yaml";
import { daysBetween, LONGEST_DAYS } from "../../../policies/exceptions/exception.ts";
import { KINDS } from "../compare/kind.ts";
import type { Ignore, IgnoreFault } from "./ignore.ts";

export interface ReadIgnores {
    /** Those that hold today. */
    ignores: Ignore[];
    faults: IgnoreFault[];
}

const FIELDS = ["id", "resource", "path", "reason", "owner", "since", "expires"] as const;

/** Reads the text of an ignore file. What is malformed or has ended becomes a fault, and ignores nothing. */
export function readIgnores(text: string, today: string): ReadIgnores {
    let entries: unknown;
    try {
        entries = parse(text) ?? [];
    } catch (error) {
        const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
        return { ignores: [], faults: [{ id: "file", what: `is not YAML: ${reason}` }] };
    }
    if (!Array.isArray(entries)) return { ignores: [], faults: [{ id: "file", what: "is not a list of ignores" }] };
    const read: ReadIgnores = { ignores: [], faults: [] };
    const seen = new Set<string>();
    entries.forEach((entry: unknown, index) => {
        const fields = entry instanceof Object ? (entry as Record<string, unknown>) : {};
        const id = typeof fields.id === "string" && fields.id !== "" ? fields.id : `entry-${index + 1}`;
        const what = seen.has(id) ? "has the same id as an earlier entry" : faultOf(fields, today);
        seen.add(id);
        if (what === undefined) read.ignores.push(fields as unknown as Ignore);
        else read.faults.push({ id, what });
    });
    return read;
}

function faultOf(entry: Record<string, unknown>, today: string): string | undefined {
    const missing = FIELDS.filter((field) => typeof entry[field] !== "string" || entry[field] === "");
    if (missing.length > 0) return `lacks ${missing.join(", ")}`;
    const extra = Object.keys(entry).filter((key) => !FIELDS.includes(key as (typeof FIELDS)[number]));
    if (extra.length > 0) return `has an unknown field ${extra.join(", ")}`;
    const { resource, path, owner, since, expires } = entry as unknown as Ignore;
    if (!/[^*\s]/.test(owner) || owner === "OWNER") return "must name its owner";
    if (/^[*\s]*$/.test(resource) || /::\*+$/.test(resource)) return "must name its resource, not all by *";
    if (/^[*\s]*$/.test(path)) return "must name the property it accepts, not all by *";
    const kind = /^\((.*)\)$/.exec(path)?.[1];
    if (kind !== undefined && !KINDS.some((known) => known === kind)) {
        return `names the kind ${kind}; there are ${KINDS.join(", ")}`;
    }
    return datesFault(since, expires, today);
}

function datesFault(since: string, expires: string, today: string): string | undefined {
    for (const [field, date] of Object.entries({ since, expires })) {
        if (!isDay(date)) return `${field} must be a day such as 2026-01-31, got ${date}`;
    }
    if (daysBetween(today, since) > 0) return `since ${since} lies in the future`;
    const days = daysBetween(since, expires);
    if (days > LONGEST_DAYS) return `ends after ${days} days, at most ${LONGEST_DAYS} are allowed`;
    return daysBetween(today, expires) < 0 ? `ended on ${expires}` : undefined;
}

function isDay(text: string): boolean {
    const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
    return parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
