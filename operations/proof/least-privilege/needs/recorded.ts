import { readFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../../../../tools/paths.mjs";
import { groupBy } from "../../../cli/group-by.ts";

/** A permission that a whole day used, in plain names. */
export interface Recorded {
    role: string;
    action: string;
    resource: string;
}

/** Where `npm run proof -- least-privilege` keeps what it recorded, for tests that run no day. */
export const RECORD = join(paths.root, "operations", "proof", "least-privilege", "recorded.json");

/** By role and action, the things on which it was used. */
export type Kept = Record<string, Record<string, string[]>>;

/** What the last recorded day used. */
export function recorded(): Recorded[] {
    const kept: Kept = JSON.parse(readFileSync(RECORD, "utf8"));
    return Object.entries(kept).flatMap(([role, actions]) =>
        Object.entries(actions).flatMap(([action, resources]) =>
            resources.map((resource) => ({ role, action, resource })),
        ),
    );
}

/** The same as text that is kept; the same permissions give the same bytes. */
export function recordText(used: readonly Recorded[]): string {
    const kept: Kept = {};
    for (const [role, ofRole] of sortedGroups(used, (one) => one.role)) {
        const actions = sortedGroups(ofRole, (one) => one.action);
        kept[role] = Object.fromEntries(
            actions.map(([action, ones]) => [action, [...new Set(ones.map(({ resource }) => resource))].sort()]),
        );
    }
    return `${JSON.stringify(kept, null, 4)}\n`;
}

function sortedGroups(ones: readonly Recorded[], keyOf: (one: Recorded) => string): [string, Recorded[]][] {
    return [...groupBy(ones, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
}
