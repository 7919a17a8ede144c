import { nameFor } from "../../contract/cards/own-names.ts";
import { discrepancy } from "../../contract/discrepancy.ts";
import { errorText } from "../adapters/error-text.ts";
import type { Ports } from "./ports.ts";
import { type Imbalance, settle } from "./settle.ts";
import { NOTHING, same, tallied } from "./tally.ts";

/** Not every hour could be looked at. That is no balance: the run has failed, and says about which hours. */
export class ReconcileError extends Error {
    override readonly name = "ReconcileError";
}

export interface Outcome {
    /** Hours of all sources that were looked at. */
    hours: number;
    /** Transactions claimed in them. */
    claimed: number;
    /** Hours of one source that do not add up. */
    imbalances: Imbalance[];
    /** Those of them of which nobody had been told. */
    told: number;
}

const HOUR_MS = 60 * 60_000;
/** Each hour is looked at so often, since what is on its way at the first look may be lost at the next. */
const HOURS = 24;
/** From the end of an hour to the first look at it: then its last transaction is due, whatever the clocks say. */
const QUIET_MS = 20 * 60_000;
/** What is kept to tell of what was found, and of what was not looked at. */
const RESERVE_MS = 60_000;

/** Whether each transaction of the last day is where it should be; tells of each hour and source where one is not. */
export async function reconcile(ports: Ports): Promise<Outcome> {
    const hours = hoursBefore(ports.now());
    const [newest = "", oldest = ""] = [hours[0], hours.at(-1)];
    const loaded = await ports.loaded.tallies(oldest, newest);
    const outcome: Outcome = { hours: 0, claimed: 0, imbalances: [], told: 0 };
    const unseen = new Map<string, string>();
    for (const hour of hours) {
        if (ports.remainingMs() < RESERVE_MS) {
            unseen.set(hour, "the time was over");
            continue;
        }
        try {
            const claimed = await tallied(ports.ledger.arrivals(hour));
            const sources = new Set([...claimed.keys(), ...(loaded.get(hour)?.keys() ?? [])]);
            for (const source of [...sources].sort()) {
                const pair = {
                    claimed: claimed.get(source) ?? NOTHING,
                    loaded: loaded.get(hour)?.get(source) ?? NOTHING,
                };
                outcome.claimed += pair.claimed.count;
                if (same(pair.claimed, pair.loaded)) continue;
                const imbalance = await settle({ hour, source }, pair, ports);
                if (imbalance === undefined) continue;
                outcome.imbalances.push(imbalance);
                if (await tell(imbalance, ports)) outcome.told++;
            }
            outcome.hours++;
        } catch (error) {
            unseen.set(hour, errorText(error));
        }
    }
    if (unseen.size > 0) {
        const [first, why] = [...unseen][0] ?? [];
        throw new ReconcileError(
            `could not tell whether ${unseen.size} of ${hours.length} hours add up, the newest ${first}: ${why}`,
        );
    }
    return outcome;
}

/** The newest first, so that a run that ends early has looked at what nobody has looked at yet. */
export function hoursBefore(now: Date): string[] {
    const end = Math.floor((now.getTime() - QUIET_MS) / HOUR_MS) * HOUR_MS;
    return Array.from({ length: HOURS }, (_, index) =>
        new Date(end - (index + 1) * HOUR_MS).toISOString().slice(0, 13),
    );
}

/** Once for each finding: it is noted after it was told, so it may be told twice and never not at all. */
async function tell(imbalance: Imbalance, { told, discrepancies }: Ports): Promise<boolean> {
    const { hour, source, unscored, unloaded, unclaimed, unnamed } = imbalance;
    const ids = [...unscored, ...unloaded, ...unclaimed];
    const found = JSON.stringify([unscored, unloaded, unclaimed, unnamed]);
    const key = `balances/${hour}/${source}-${nameFor(found, 16)}.json`;
    if (await told.has(key)) return false;
    const parts = [
        ...(unscored.length > 0 ? [`${unscored.length} claimed and not scored in time`] : []),
        ...(unloaded.length > 0 ? [`${unloaded.length} scored and not loaded in time`] : []),
        ...(unclaimed.length > 0 ? [`${unclaimed.length} loaded and never claimed`] : []),
        ...(unnamed > 0 ? [`${unnamed} more that were not looked at one by one`] : []),
    ];
    const count = ids.length + unnamed;
    const what = discrepancy("unbalanced", "reconcile", ids, `${source}, ${hour}:00 UTC: ${parts.join(", ")}`, count);
    await discrepancies.publish(`Does not add up: ${source} at ${hour}:00 UTC`, what);
    await told.note(key, what);
    return true;
}
