import { Readable } from "node:stream";
import type { Content, SourceReader } from "./ports.ts";
import type { HttpsSource } from "./source.ts";
import type { RemoteFile } from "./watermark.ts";

/** The address did not answer as one that gives a file must. */
export class HttpsSourceError extends Error {
    override readonly name = "HttpsSourceError";
}

/** For the answer to begin, and for the whole of it. */
const TIMEOUT_MS = { HEAD: 10_000, GET: 300_000 };

/** One file behind an address, which its owner replaces by the next one. */
export class HttpsSourceReader implements SourceReader {
    readonly #source: HttpsSource;
    readonly #now: () => Date;
    readonly #fetch: typeof fetch;

    constructor(source: HttpsSource, now: () => Date = () => new Date(), fetcher: typeof fetch = fetch) {
        this.#source = source;
        this.#now = now;
        this.#fetch = fetcher;
    }

    async list(): Promise<RemoteFile[]> {
        const { headers } = await this.#ask("HEAD");
        const { pathname } = new URL(this.#source.url);
        const name = pathname.slice(pathname.lastIndexOf("/") + 1);
        // When it was modified is the server's word, and may go back; when it was first seen is ours.
        return [{ mark: markOf(headers), name, modifiedAt: this.#now().toISOString() }];
    }

    async open({ mark }: RemoteFile): Promise<Content> {
        const { body, headers } = await this.#ask("GET");
        const bytes = Number(headers.get("content-length") ?? Number.NaN);
        const fault = faultOf(headers, mark, bytes);
        if (fault === undefined && body !== null) return { body: Readable.fromWeb(body as never), bytes };
        await body?.cancel();
        throw new HttpsSourceError(fault ?? "it answered without a body");
    }

    async #ask(method: "HEAD" | "GET"): Promise<Response> {
        const response = await this.#fetch(this.#source.url, {
            method,
            // Another address than the configured one is another source.
            redirect: "error",
            headers: { "accept-encoding": "identity" },
            signal: AbortSignal.timeout(TIMEOUT_MS[method]),
        });
        if (response.status === 200) return response;
        await response.body?.cancel();
        throw new HttpsSourceError(`it answered ${method} with ${response.status}`);
    }
}

function markOf(headers: Headers): string {
    const mark = headers.get("etag") ?? headers.get("last-modified");
    if (mark !== null) return mark;
    throw new HttpsSourceError("it gives neither ETag nor Last-Modified, so a new file cannot be told from an old one");
}

function faultOf(headers: Headers, mark: string, bytes: number): string | undefined {
    if (markOf(headers) !== mark) return "the file changed while it was collected";
    if (headers.get("content-encoding") !== null) return "it encodes the file although asked not to";
    return Number.isInteger(bytes) ? undefined : "it does not say the length of the file";
}
