import type { Clients } from "../../../local/services/clients.ts";
import { decide } from "../../decide/decide.ts";
import { DynamoDecisionLedger } from "../../decide/ledger.ts";
import type { Labels } from "../quality.ts";

/** Plays the analysts of the samples: each alert is decided on, by what the label of its transaction says. */
export async function decideAlerts(
    clients: Clients,
    ledgerTable: string,
    alerted: Iterable<string>,
    { fraud }: Labels,
): Promise<number> {
    const given = [...alerted].map((id) => ({
        id,
        decision: fraud.has(id) ? ("fraud" as const) : ("legitimate" as const),
        by: "analyst-of-the-samples",
    }));
    const ledger = new DynamoDecisionLedger(clients, ledgerTable);
    await decide(given, ledger, { json: true, now: new Date().toISOString() });
    return given.length;
}
