import { isGraver } from "../judge/severity.ts";
import type { History, Remembered } from "./history.ts";

/** A finding of this run, as far as it is remembered. */
export type Seen = Pick<Remembered, "fingerprint" | "resource" | "title" | "kind" | "severity" | "paths" | "broken"> & {
    occurredAt?: string | undefined;
};

export interface Run {
    at: string;
    seen: readonly Seen[];
    /** Whether this run could look at the resource: only then is what it did not find resolved. */
    looked: (resource: string) => boolean;
    /** Whether what was found at the resource is ignored now. */
    isIgnored: (resource: string) => boolean;
}

export interface Remembering {
    history: History;
    change: ReadonlyMap<string, "new" | "open" | "worse">;
    resolved: Remembered[];
    /** Open before, and not looked at now. */
    unseen: Remembered[];
}

/** How long a resolved finding counts for the time that repairs take. */
const KEPT_DAYS = 365;

/** Holds the findings of a run against those of earlier ones. */
export function remember(before: History, { at, seen, looked, isIgnored }: Run): Remembering {
    const open = new Map(before.findings.filter(isOpen).map((finding) => [finding.fingerprint, finding]));
    const change = new Map<string, "new" | "open" | "worse">();
    const now = seen.map((one): Remembered => {
        const earlier = open.get(one.fingerprint);
        const what = earlier === undefined ? "new" : isWorse(one, earlier) ? "worse" : "open";
        change.set(one.fingerprint, what);
        return merged(one, earlier, what, at);
    });
    const gone = [...open.values()].filter(({ fingerprint }) => !change.has(fingerprint));
    const unseen = gone.filter(({ resource }) => !looked(resource));
    const resolved = gone
        .filter((finding) => !unseen.includes(finding))
        .map((finding): Remembered => {
            const how = isIgnored(finding.resource) ? "ignored" : "repaired";
            return { ...finding, resolvedAt: at, how, untold: "resolved" };
        });
    const since = Date.parse(at) - KEPT_DAYS * 86_400_000;
    const past = before.findings.filter(
        ({ resolvedAt }) => resolvedAt !== undefined && Date.parse(resolvedAt) >= since,
    );
    return { history: { ...before, findings: [...now, ...unseen, ...resolved, ...past] }, change, resolved, unseen };
}

function isOpen({ resolvedAt }: Remembered): boolean {
    return resolvedAt === undefined;
}

/** Graver, or at another place as well, or breaking another control. Another value at the same place is still open. */
function isWorse(now: Seen, before: Remembered): boolean {
    return (
        isGraver(now.severity, before.severity) ||
        now.paths.some((path) => !before.paths.includes(path)) ||
        now.broken.some((rule) => !before.broken.includes(rule))
    );
}

function merged(
    { occurredAt, ...one }: Seen,
    earlier: Remembered | undefined,
    what: "new" | "open" | "worse",
    at: string,
): Remembered {
    const done = earlier?.occurredAt ?? occurredAt;
    // What was never told as new is still new to whoever is told.
    const untold = earlier?.untold ?? (what === "open" ? undefined : what);
    return {
        ...one,
        firstSeenAt: earlier?.firstSeenAt ?? at,
        lastSeenAt: at,
        ...(done !== undefined && { occurredAt: done }),
        ...(untold !== undefined && { untold }),
    };
}

/** Everything is told. */
export function told(history: History): History {
    return { ...history, findings: history.findings.map(({ untold: _, ...finding }) => finding) };
}
