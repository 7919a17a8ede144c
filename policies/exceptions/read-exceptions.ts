import { parse } from "yaml";
import type { Exception, ExceptionFault } from "./exception.ts";
import { faultsOfEntry, type ReadOptions } from "./faults-of-entry.ts";

export interface ReadExceptions {
    /** Those that hold today. */
    exceptions: Exception[];
    /** Each keeps its entry from suppressing anything, and fails the check. */
    faults: ExceptionFault[];
}

/** An entry as it stands in the file. */
export interface Entry {
    /** The exception's id, or its place in the file. */
    id: string;
    fields: Readonly<Record<string, unknown>>;
    faults: ExceptionFault[];
}

/** Reads the text of an exceptions file. What is malformed or expired becomes a fault, never an exception. */
export function readExceptions(text: string, options: ReadOptions): ReadExceptions {
    const { entries, faults } = readEntries(text, options);
    return {
        exceptions: entries.flatMap((entry) =>
            entry.faults.length === 0 ? [entry.fields as unknown as Exception] : [],
        ),
        faults: [...faults, ...entries.flatMap((entry) => entry.faults)],
    };
}

/** Every entry of the file with what is wrong with it, and what is wrong with the file as a whole. */
export function readEntries(text: string, options: ReadOptions): { entries: Entry[]; faults: ExceptionFault[] } {
    let listed: unknown;
    try {
        listed = parse(text) ?? [];
    } catch (error) {
        const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
        return { entries: [], faults: [{ id: "exceptions.yaml", what: `is not YAML: ${reason}` }] };
    }
    if (!Array.isArray(listed)) {
        return { entries: [], faults: [{ id: "exceptions.yaml", what: "is not a list of exceptions" }] };
    }
    const seen = new Set<string>();
    const entries = listed.map((entry: unknown, index): Entry => {
        const fields = entry instanceof Object ? (entry as Record<string, unknown>) : {};
        const id = typeof fields.id === "string" && fields.id !== "" ? fields.id : `entry-${index + 1}`;
        const twice = seen.has(id) ? [{ what: "has the same id as an earlier entry" }] : [];
        seen.add(id);
        const faults = [...twice, ...faultsOfEntry(fields, options)].map((fault) => ({ id, ...fault }));
        return { id, fields, faults };
    });
    return { entries, faults: [] };
}
