import type { SupplementaryRow, SupplementarySet } from "../../../contract/files/supplementary.ts";
import type { Doubt, Supplement } from "../../../contract/supplement.ts";
import type { Transaction } from "../../../contract/transaction/transaction.ts";
import { SETS, type Standing } from "./held-sets.ts";

export interface Limits {
    /** Hours after which a set counts as stale. */
    staleHours: number;
    /** Days after which its objects may be gone; it is used for one day less. */
    keptDays: number;
}

const HOUR_MS = 3_600_000;
const HOURS_A_DAY = 24;
/** Whoever is closer to the office comes first. */
const CLOSENESS = ["holder", "family", "associate"] as const;

/** What the sets say of a transaction, by which run of each, and which of them cannot be relied upon. */
export function supplementOf(
    transaction: Transaction,
    standings: ReadonlyMap<SupplementarySet, Standing>,
    now: number,
    limits: Limits,
): Supplement {
    const { accountId, counterpartyId, deviceId } = transaction;
    const said = new Map<SupplementarySet, (about: string) => string | undefined>();
    const runs: Supplement["runs"] = {};
    const doubts: { set: SupplementarySet; doubt: Doubt }[] = [];
    for (const set of SETS) {
        // Whoever uses no device is not touched by what is known of devices.
        if (set === "device-reputation" && deviceId === undefined) continue;
        const { held, doubt } = usable(standings.get(set), now, limits);
        if (doubt !== undefined) doubts.push({ set, doubt });
        if (held === undefined) continue;
        // The mark lets no run be taken for the number of a card.
        runs[set] = `adf:${held.whole.run}`;
        said.set(set, (about) => held.index.get(about));
    }
    const rating = said.get("customer-risk-ratings")?.(accountId) as Supplement["rating"];
    const lists = said.get("sanctions-list")?.(counterpartyId)?.split(",");
    const parties = [accountId, counterpartyId].map((party) => said.get("politically-exposed-persons")?.(party));
    const exposed = CLOSENESS.find((standing) => parties.includes(standing));
    const device = said.get("device-reputation")?.(deviceId ?? "") as
        | SupplementaryRow<"device-reputation">["reputation"]
        | undefined;
    return {
        ...(rating && { rating }),
        ...(lists && { lists }),
        ...(exposed && { exposed }),
        ...(device && { device }),
        runs,
        ...(doubts.length > 0 && { doubts }),
    };
}

/** The set, unless it is so old that its objects may expire under whoever reads them next, and what is wrong with it. */
function usable(
    { held, unreadable }: Standing = { unreadable: true },
    now: number,
    { staleHours, keptDays }: Limits,
): { held?: Standing["held"]; doubt?: Doubt } {
    const hours = held === undefined ? 0 : (now - Date.parse(held.whole.completedAt)) / HOUR_MS;
    if (held === undefined || hours > (keptDays - 1) * HOURS_A_DAY) {
        return { doubt: held === undefined && unreadable ? "unreadable" : "missing" };
    }
    if (hours > staleHours) return { held, doubt: "stale" };
    return unreadable ? { held, doubt: "unreadable" } : { held };
}
