import { gzipSync } from "fflate";

const encoder = new TextEncoder();

/** The bytes of a file, gzipped when its name says so: without a time in it, and by the same code on every Node. */
export function fileBytes(key: string, text: string): Uint8Array {
    const bytes = encoder.encode(text);
    return key.endsWith(".gz") ? gzipSync(bytes, { level: 9, mtime: 0 }) : bytes;
}
