import type { Readable } from "node:stream";
import type { TopicPublisher } from "../adapters/topic.ts";
import type { Source } from "./source.ts";
import type { RemoteFile, Watermark } from "./watermark.ts";

export interface Content {
    body: Readable;
    bytes: number;
}

/** One source, as it is at one time. */
export interface SourceReader {
    list(): Promise<RemoteFile[]>;
    /** Opens exactly the content that was listed; throws when the source has another one by now. */
    open(file: RemoteFile): Promise<Content>;
}

export interface Watermarks {
    read(source: string): Promise<Watermark>;
    write(source: string, watermark: Watermark): Promise<void>;
}

/** Which files were collected. */
export interface Collected {
    /** Those of the marks that are remembered, and whether that ends soon unless they are noted again. */
    known(source: string, marks: readonly string[]): Promise<Map<string, { renew: boolean }>>;
    note(source: string, marks: readonly string[]): Promise<void>;
}

export interface Landing {
    /** Writes a file once; a key that is there already is left as it is, so that it is not announced again. */
    land(key: string, content: Content): Promise<void>;
}

export interface Ports {
    readerOf(source: Source): SourceReader;
    watermarks: Watermarks;
    collected: Collected;
    landing: Landing;
    discrepancies: TopicPublisher;
    remainingMs(): number;
    pause(ms: number): Promise<void>;
}
