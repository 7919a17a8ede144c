import { alertIdOf } from "../../../../functions/score/alerts.ts";
import type { Loaded } from "../cloud/warehouse.ts";
import type { Given } from "../feed/given.ts";
import type { Books } from "./books.ts";
import { type Fault, fault } from "./fault.ts";

/** What has to follow from the books: the warehouse has what was scored, each once; people were told. */
export function unmet(given: ReadonlyMap<string, Given>, books: Books): Fault[] {
    return [...notLoaded(given, books), ...untoldAlerts(given, books), ...untoldDiscrepancies(books)];
}

/** Each scored transaction is in the warehouse once, unless the message that tells of its record is parked. */
function notLoaded(given: ReadonlyMap<string, Given>, { rows, loaded, parked }: Books): Fault[] {
    const times = new Map<string, Loaded[]>();
    for (const row of loaded) times.set(row.id, [...(times.get(row.id) ?? []), row]);
    const waiting = new Set(parked.flatMap(({ records }) => records));
    const ids = new Set([...given.values()].flatMap(({ transaction }) => transaction?.id ?? []));
    const missing = [...rows.values()].flatMap(({ id, state, recordKey = "" }) => {
        const count = times.get(id)?.length ?? 0;
        if (state !== "scored" || count === 1 || (count === 0 && waiting.has(recordKey))) return [];
        return [fault(id, count === 0 ? "is scored and not in the warehouse" : `is in the warehouse ${count} times`)];
    });
    const strangers = [...times.keys()].filter((id) => !ids.has(id));
    return [...missing, ...strangers.map((id) => fault(id, "is in the warehouse and was never put in"))];
}

function untoldAlerts(given: ReadonlyMap<string, Given>, { rows, alerts }: Books): Fault[] {
    const known = new Set(
        [...given.values()].flatMap(({ transaction }) => (transaction ? alertIdOf(transaction.id) : [])),
    );
    const untold = [...rows.values()].filter(
        ({ id, state, verdict }) => state === "scored" && verdict === "alert" && !alerts.has(alertIdOf(id)),
    );
    return [
        ...untold.map(({ id }) => fault(id, "is an alert of which nobody was told")),
        ...[...alerts.keys()].filter((id) => !known.has(id)).map((id) => fault(id, "is an alert about nothing")),
    ];
}

/** People are told of kinds and numbers, some of them more than once: of none of them too few. */
function untoldDiscrepancies({ quarantined, parked, discrepancies }: Books): Fault[] {
    const told = new Map<string, number>();
    for (const [what, count] of discrepancies) {
        const kind = what.slice(what.indexOf(" ") + 1);
        told.set(kind, (told.get(kind) ?? 0) + count);
    }
    const due = new Map<string, number>([["dead-letter", parked.length]]);
    // Whose message was given up before people were told of its reason, is told of as a dead letter.
    const givenUp = new Set(parked.flatMap(({ origins, file = "" }) => [...origins, file]));
    for (const { reason, origin } of quarantined.values()) {
        if (!givenUp.has(origin) && !givenUp.has(fileIn(origin))) due.set(reason, (due.get(reason) ?? 0) + 1);
    }
    return [...due]
        .filter(([kind, count]) => (told.get(kind) ?? 0) < count)
        .map(([kind, count]) =>
            fault(kind, `is a discrepancy of ${count}, and people were told of ${told.get(kind) ?? 0}`),
        );
}

/** The file whose row an origin names, with its version. */
function fileIn(origin: string): string {
    return origin.replace(/^s3:/, "").replace(/#[^#]*$/, "");
}
