import { zipSync } from "fflate";

/** The earliest time a zip can hold, in local time as in any zip; the real one would make equal contents differ. */
const ALWAYS = new Date(1980, 0, 1);

/** A zip with the given files; equal files give equal bytes. */
export function zip(files: Record<string, Uint8Array>): Uint8Array {
    return zipSync(files, { level: 9, mtime: ALWAYS, os: 3, attrs: 0o644 << 16 });
}
