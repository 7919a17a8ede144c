import type { Manifest } from "../../contract/files/manifest.ts";
import { fileOrigin } from "../../contract/transaction/origin.ts";
import { total } from "./counts.ts";
import { thousands } from "./thousands.ts";

/** What became of one landed file. */
export interface FileFate {
    /** Rows, and one for a fault of the file. */
    in: number;
    scored: number;
    /** Ids of those that are alerts. */
    alerted: string[];
    /** Refused rows by reason, the fault included. */
    refused: ReadonlyMap<string, number>;
    /** Why it could not be read, or not to its end. */
    fault?: string;
    /** Neither: delivered before. */
    before: number;
}

interface Recorded {
    verdict: string;
    revision: number;
}

/** Tells for each file apart what was recorded and refused of it, by the origins of its rows. */
export class FileFates {
    /** By the part of the origin that the rows of a file have in common. */
    private readonly recorded = new Map<string, Map<string, Recorded>>();
    private readonly refused = new Map<string, Map<string, string>>();

    /** A transaction that is judged again is recorded again: the greatest revision holds, whichever is read first. */
    noteRecorded({ origin, id, verdict, revision }: Recorded & { origin: string; id: string }): void {
        const ofFile = placeIn(this.recorded, markOf(origin));
        if (revision >= (ofFile.get(id)?.revision ?? 0)) ofFile.set(id, { verdict, revision });
    }

    noteRefused({ origin, reason }: { origin: string; reason: string }): void {
        placeIn(this.refused, markOf(origin)).set(origin, reason);
    }

    of({ file, versionId, rows, fault }: Manifest): FileFate {
        const mark = markOf(fileOrigin(file, versionId, "file"));
        const recorded = this.recorded.get(mark) ?? new Map<string, Recorded>();
        const refused = new Map<string, number>();
        for (const reason of this.refused.get(mark)?.values() ?? [])
            refused.set(reason, (refused.get(reason) ?? 0) + 1);
        const came = rows + (fault ? 1 : 0);
        return {
            in: came,
            scored: recorded.size,
            alerted: [...recorded].flatMap(([id, { verdict }]) => (verdict === "alert" ? [id] : [])),
            refused,
            ...(fault && { fault: fault.detail }),
            // What was sent on may still be refused, so the sent ones say nothing here.
            before: Math.max(0, came - recorded.size - total(refused)),
        };
    }
}

/** The same for a person. */
export function fateLines(key: string, fate: FileFate): string[] {
    const reasons = [...fate.refused].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
    const rows: [string, number, string][] = [
        ["in", fate.in, "rows, and one for a fault of the file"],
        ["scored", fate.scored, `${thousands(fate.alerted.length)} of them alerts`],
        ["refused", total(fate.refused), reasons.map(([reason, count]) => `${reason} ${count}`).join(", ")],
        ["known before", fate.before, "delivered again, counted once"],
    ];
    return [
        `What became of ${key}:`,
        ...rows.map(([name, count, note]) => `  ${name.padEnd(13)}${thousands(count).padStart(7)}   ${note}`.trimEnd()),
        ...(fate.fault === undefined ? [] : [`  It could not be read to its end: ${fate.fault}`]),
    ];
}

function markOf(origin: string): string {
    return origin.slice(0, origin.lastIndexOf("#"));
}

function placeIn<V>(map: Map<string, Map<string, V>>, mark: string): Map<string, V> {
    const found = map.get(mark) ?? new Map<string, V>();
    map.set(mark, found);
    return found;
}
