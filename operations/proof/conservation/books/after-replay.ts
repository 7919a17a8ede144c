import { canonicalJson, contentHash, type Transaction } from "../../../../contract/transaction/transaction.ts";
import { alertIdOf } from "../../../../functions/score/alerts.ts";
import { decideAll } from "../../../../functions/score/whole-history.ts";
import { prod } from "../../../../stacks/prod.ts";
import type { Trees } from "../cloud/endpoint.ts";
import type { Given } from "../feed/given.ts";
import type { Books } from "./books.ts";
import { type Fault, fault } from "./fault.ts";

/** How many of the transactions are fraud by the whole history, and what is not as it must be once all was replayed. */
export interface Finished {
    alerts: number;
    faults: Fault[];
}

/** After a replay in calm all that can be scored is, the way that the whole history seen at once asks for. */
export function finished(given: ReadonlyMap<string, Given>, books: Books, trees: Trees): Finished {
    const faults: Fault[] = [];
    const carried = new Map<string, Transaction>();
    for (const { transaction, origin, refused } of given.values()) {
        // Parked with a card number, it is masked, and its producer must send it again.
        if (refused !== undefined && refused !== "contains-card-number" && !books.quarantined.has(origin)) {
            faults.push(fault(origin, `can be refused as ${refused}, and is not`));
        }
        if (transaction === undefined) continue;
        const row = books.rows.get(transaction.id);
        if (row?.state !== "scored")
            faults.push(fault(transaction.id, `can be scored, and is ${row?.state ?? "unknown"}`));
        else if (row.contentHash === contentHash(canonicalJson(transaction))) carried.set(transaction.id, transaction);
    }
    const { threshold, modelThreshold } = prod.alerts;
    const decided = decideAll(carried.values(), threshold, { ensemble: trees, threshold: modelThreshold });
    const loaded = new Map(books.loaded.map((row) => [row.id, row]));
    let alerts = 0;
    for (const [id, { verdict, score, scoredBy }] of decided) {
        const row = books.rows.get(id);
        const found = loaded.get(id);
        const said = `${row?.verdict} ${row?.score} by the ${row?.scoredBy}`;
        if (said !== `${verdict} ${score} by the ${scoredBy}`) {
            faults.push(fault(id, `is ${verdict} ${score} by the ${scoredBy}, and the ledger says ${said}`));
        }
        if (found !== undefined && (found.verdict !== row?.verdict || found.revision !== row.revision)) {
            faults.push(fault(id, `is ${said} in the ledger, and ${found.verdict} ${found.score} in the warehouse`));
        }
        if (verdict !== "alert") continue;
        alerts++;
        if (!books.alerts.has(alertIdOf(id))) faults.push(fault(id, "is fraud, and nobody was told"));
    }
    return { alerts, faults };
}
