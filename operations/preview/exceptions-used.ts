import type { Finding } from "./report.ts";

export interface UsedException {
    readonly id: string;
    /** Last day on which it holds. */
    readonly until: string;
    /** Whether that is so near that somebody has to act. */
    readonly endsSoon: boolean;
    /** Findings that it covers. */
    readonly covers: number;
}

/** The exceptions that findings were accepted by, those that end first before the others. */
export function exceptionsUsed(findings: readonly Finding[]): UsedException[] {
    const found = new Map<string, UsedException>();
    for (const { exception } of findings) {
        const [, id = "", until = "", rest = ""] = /^(.*) until (\d{4}-\d\d-\d\d)(.*)$/.exec(exception ?? "") ?? [];
        if (id === "") continue;
        const covers = (found.get(id)?.covers ?? 0) + 1;
        found.set(id, { id, until, endsSoon: /days left/.test(rest), covers });
    }
    return [...found.values()].sort((one, other) => (one.until < other.until ? -1 : 1));
}
