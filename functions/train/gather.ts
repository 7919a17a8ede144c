import type { Decision } from "../adapters/decisions.ts";
import { DataSet } from "./data-set.ts";
import { enoughTime, readAll, sampleDay } from "./day-sample.ts";
import { daysBetween } from "./days.ts";
import type { Recorded } from "./line.ts";
import type { Ports, Settings } from "./ports.ts";
import { ReferenceRows } from "./reference.ts";

/** What there is to learn from. */
export interface Gathered {
    data: DataSet;
    reference: ReferenceRows;
    labels: { decided: number; matured: number; undecided: number };
}

const OBJECTS_AT_ONCE = 64;

/**
 * Brings together what is known: each transaction that an analyst decided on, and of the others a sample of those that
 * raised no alert and are old enough. A line of the records counts only where the ledger says that its finding stands:
 * a later one may be elsewhere, with an alert.
 */
export async function gather(
    decisions: ReadonlyMap<string, Decision>,
    ports: Ports,
    settings: Settings,
    now: string,
): Promise<Gathered> {
    const data = new DataSet();
    const reference = new ReferenceRows();
    const labels = { decided: 0, matured: 0, undecided: 0 };
    for await (const recorded of decidedOn(decisions, ports)) {
        data.add({ recorded, fraud: decisions.get(recorded.id)?.decision === "fraud", weight: 1 });
        labels.decided++;
    }
    const days = daysBetween(now, settings.windowDays, settings.maturityDays);
    for (const day of days) {
        const { lines, rate } = await sampleDay(day, Math.ceil(settings.rowsAtMost / days.length), ports);
        const rows = await ports.ledger.rows([...new Set(lines.map(({ id }) => id))]);
        for (const recorded of lines) {
            const row = rows.get(recorded.id);
            if (row === undefined || row.recordKey !== recorded.key) continue;
            reference.add(recorded);
            if (decisions.has(recorded.id)) continue;
            if (row.verdict === "alert") labels.undecided++;
            if (row.verdict !== "pass") continue;
            data.add({ recorded, fraud: false, weight: 1 / rate });
            labels.matured++;
        }
    }
    return { data, reference, labels };
}

/** The recorded transactions that were decided on, each from the object that the ledger names. */
async function* decidedOn(decisions: ReadonlyMap<string, Decision>, ports: Ports): AsyncGenerator<Recorded> {
    const keys = [...new Set([...decisions.values()].flatMap(({ recordKey }) => recordKey ?? []))].sort();
    for (let from = 0; from < keys.length; from += OBJECTS_AT_ONCE) {
        enoughTime(ports.remainingMs());
        for (const recorded of await readAll(keys.slice(from, from + OBJECTS_AT_ONCE), ports.records)) {
            if (decisions.get(recorded.id)?.recordKey === recorded.key) yield recorded;
        }
    }
}
