import { Writable } from "node:stream";

/** Where a story goes when nobody reads it. */
export function silentStream(): NodeJS.WriteStream {
    return new Writable({ write: (_chunk, _encoding, done) => done() }) as unknown as NodeJS.WriteStream;
}
