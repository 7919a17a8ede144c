import { endingOf, type Keeping } from "./kept.ts";

export interface Ended {
    /** Versions whose lock is over and that nobody holds. */
    over: number;
    bytes: number;
    /** Of those, deleted in this run, and the ledger's rows that went with them. */
    removed: number;
    forgotten: number;
    /** Versions that a legal hold keeps. */
    held: string[];
    /** Versions that could not be deleted, with the reason. */
    refused: string[];
    /** Whether there was more than one run looks at. */
    isMore: boolean;
}

export interface EndOptions {
    readonly now: Date;
    /** Days for which records are locked: what is younger is not even looked at. */
    readonly lockDays: number;
    /** Most versions that one run ends. */
    readonly atMost: number;
    /** Whether anything is deleted. */
    readonly deletes: boolean;
}

const DAY_MS = 24 * 3600 * 1000;

/** Ends what is kept longer than its lock. The record goes first: whoever may not delete it must take no row of the ledger. */
export async function endRetention(keeping: Keeping, { now, lockDays, atMost, deletes }: EndOptions): Promise<Ended> {
    const ended: Ended = { over: 0, bytes: 0, removed: 0, forgotten: 0, held: [], refused: [], isMore: false };
    for await (const record of keeping.writtenBefore(new Date(now.getTime() - lockDays * DAY_MS))) {
        const ending = endingOf(record, now);
        if (ending === "held") ended.held.push(record.key);
        if (ending !== "over") continue;
        if (ended.over === atMost) {
            ended.isMore = true;
            break;
        }
        ended.over += 1;
        ended.bytes += record.bytes;
        if (!deletes) continue;
        try {
            const ids = await keeping.idsIn(record);
            await keeping.remove(record);
            ended.removed += 1;
            for (const id of ids) if (await keeping.forget(id, record.key)) ended.forgotten += 1;
        } catch (cause) {
            ended.refused.push(`${record.key}: ${cause instanceof Error ? `${cause.name} ${cause.message}` : cause}`);
        }
    }
    return ended;
}
