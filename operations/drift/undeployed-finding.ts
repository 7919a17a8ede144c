import { type Found, fingerprintOf } from "./finding.ts";
import type { Undeployed } from "./look/undeployed.ts";
import { repairUndeployed } from "./repair.ts";

/** Stands in the history for the program as a whole. */
export const PROGRAM = "(program)";
const MOST_SHOWN = 50;

/** One finding for all that was merged and not deployed: one update mends it. */
export function foundUndeployed(stack: string, changes: Undeployed): Found[] {
    if (changes.length === 0) return [];
    const shown = changes.slice(0, MOST_SHOWN).map((change) => {
        const [what = "", ...resource] = change.split(" ");
        return { path: resource.join(" "), before: "as deployed", after: what };
    });
    const finding: Found = {
        fingerprint: fingerprintOf(stack, PROGRAM),
        kind: "undeployed",
        severity: "low",
        cloud: "Program",
        urn: "",
        type: "program",
        name: "program",
        id: PROGRAM,
        title: `The program is not deployed: ${changes.length} changes`,
        differences: shown,
        broken: [],
        repair: repairUndeployed(stack),
    };
    return [finding];
}
