import { zipSync } from "fflate";

/** A zip with the given files; equal files give equal bytes. */
export function zip(files: Record<string, Uint8Array>): Uint8Array {
    // A zip holds local time. A fixed one, since the real one would make equal contents differ.
    const mtime = new Date(1980, 0, 1, 12);
    return zipSync(files, { level: 9, mtime, os: 3, attrs: 0o644 << 16 });
}
