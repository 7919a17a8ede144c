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
    /** Of a platform that kept no row for each file: what it had collected of the day before `until`. */
    seen?: { mark: string; modifiedAt: string }[] | undefined;
}

export const BEGINNING: Watermark = { until: new Date(0).toISOString() };

/**
 * S3 dates an upload in parts by its start, so a file may appear with a time before that of files already collected. An
 * upload may take a day; what is older than that comes from elsewhere, such as a replica or somebody's late copy.
 */
const IN_TIME_MS = 24 * 3600 * 1000;

/** The oldest first. */
export function inOrder<File extends RemoteFile>(files: readonly File[]): File[] {
    return [...files].sort((one, other) => compare(one.modifiedAt, other.modifiedAt) || compare(one.mark, other.mark));
}

/** Whether a file that nobody has seen before appears with an older date than it can have come with by itself. */
export function isLate({ modifiedAt }: RemoteFile, { until }: Watermark): boolean {
    return modifiedAt < dayBefore(until);
}

/** Whether a platform that kept no row for each file had collected it. */
export function wasCollected(file: RemoteFile, watermark: Watermark): boolean {
    const { seen } = watermark;
    return seen !== undefined && (isLate(file, watermark) || seen.some(({ mark }) => mark === file.mark));
}

/** The watermark once these files are collected too. */
export function beyond({ until }: Watermark, files: readonly RemoteFile[]): Watermark {
    return { until: files.reduce((latest, { modifiedAt }) => (modifiedAt > latest ? modifiedAt : latest), until) };
}

function dayBefore(until: string): string {
    return new Date(Math.max(0, Date.parse(until) - IN_TIME_MS)).toISOString();
}

function compare(one: string, other: string): number {
    return one < other ? -1 : Number(one > other);
}
