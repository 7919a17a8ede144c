/** A file as its source lists it. */
export interface RemoteFile {
    /** Another content has another mark, the same content always the same one. */
    mark: string;
    /** Last part of its key or address. */
    name: string;
    modifiedAt: string;
}

/** How far a source has been collected. */
export interface Watermark {
    /** When the newest collected file was modified. */
    until: string;
    /** What was collected of the time shortly before. */
    seen: { mark: string; modifiedAt: string }[];
    /** Raised by each write, so that of two runs at once only one moves it. */
    version: number;
}

export const BEGINNING: Watermark = { until: new Date(0).toISOString(), seen: [], version: 0 };

/**
 * S3 dates an upload in parts by its start, so a file may appear with a time before that of files already collected.
 * An upload may take a day.
 */
const LOOK_BACK_MS = 24 * 3600 * 1000;

/** What is to be collected, the oldest first. */
export function newFiles(listed: readonly RemoteFile[], { until, seen }: Watermark): RemoteFile[] {
    const from = lookBack(until);
    const known = new Set(seen.map(({ mark }) => mark));
    return listed
        .filter(({ mark, modifiedAt }) => modifiedAt >= from && !known.has(mark))
        .sort((one, other) => compare(one.modifiedAt, other.modifiedAt) || compare(one.mark, other.mark));
}

/** The watermark once this file is collected. */
export function beyond(watermark: Watermark, { mark, modifiedAt }: RemoteFile): Watermark {
    const until = modifiedAt > watermark.until ? modifiedAt : watermark.until;
    const from = lookBack(until);
    const seen = [...watermark.seen, { mark, modifiedAt }].filter((one) => one.modifiedAt >= from);
    return { until, seen, version: watermark.version + 1 };
}

function lookBack(until: string): string {
    return new Date(Math.max(0, Date.parse(until) - LOOK_BACK_MS)).toISOString();
}

function compare(one: string, other: string): number {
    return one < other ? -1 : Number(one > other);
}
