import type { Standing } from "../../contract/scoring.ts";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import { USUAL } from "../../model/limits.ts";
import type { ProfileShard } from "./profile-shard.ts";

/** How a transaction compares with what its account, and its like, usually does. */
export function standingOf({ accountId, currency, channel, amountMinor }: Transaction, shard: ProfileShard): Standing {
    const { generation } = shard;
    const profile = shard.profileOf(accountId);
    if (profile === undefined) return { generation };
    const usual = profile.amounts[currency]?.[channel];
    // A group is of one currency, which its name begins with.
    const group = profile.group.startsWith(`${currency}/`) ? shard.groupOf(profile) : undefined;
    return {
        generation,
        ...(usual !== undefined && usual.count >= USUAL.leastCount && times("timesUsual", amountMinor, usual.p99)),
        ...(group !== undefined && times("timesPeers", amountMinor, group.p99)),
    };
}

/** In tenths, rounded down. */
function times(name: "timesUsual" | "timesPeers", amount: number, p99: number): Partial<Standing> {
    return p99 > 0 ? { [name]: Math.floor((amount * 10) / p99) / 10 } : {};
}
