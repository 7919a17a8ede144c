/** Azure refused, and would refuse again: says what to check, never what was sent. */
export class Refused extends Error {
    override readonly name = "Refused";
    readonly status: number;

    constructor(message: string, status: number) {
        super(message);
        this.status = status;
    }
}

/** Azure did not answer, or was not able to, after all attempts. */
export class Unavailable extends Error {
    override readonly name = "Unavailable";
}

export interface Patience {
    pause(ms: number): Promise<void>;
    fetch: typeof fetch;
}

interface Question {
    /** What is asked, for the error. */
    what: string;
    url: string;
    init: RequestInit;
    /** Whether a refusal may turn out well a little later. */
    mayPass?: (status: number, body: unknown) => boolean;
    /** What to check when it is refused. */
    refusal: (status: number, body: unknown) => string;
}

const TIMEOUT_MS = 10_000;
/** Waits between attempts: a trust in Entra, or a role, takes a minute or two to be known everywhere. */
const PAUSES_MS = [2_000, 10_000, 30_000, 60_000];

/** Asks until there is an answer, a refusal for good, or no attempt left. */
export async function ask(question: Question, { pause, fetch }: Patience): Promise<unknown> {
    const { what, url, init, mayPass, refusal } = question;
    for (let attempt = 0; ; attempt++) {
        const { status, body } = await answerTo(url, init, fetch);
        if (status >= 200 && status < 300) return body;
        const busy = status === 0 || status === 429 || status >= 500;
        const wait = PAUSES_MS[attempt];
        if (wait === undefined && busy) {
            throw new Unavailable(
                `${what}: ${status === 0 ? "no answer" : `status ${status}`} after ${attempt + 1} attempts`,
            );
        }
        if (wait === undefined || !(busy || mayPass?.(status, body))) {
            throw new Refused(`${what} was refused with status ${status}: ${refusal(status, body)}`, status);
        }
        await pause(wait);
    }
}

/** Status 0 for no answer at all. */
async function answerTo(
    url: string,
    init: RequestInit,
    fetcher: typeof fetch,
): Promise<{ status: number; body: unknown }> {
    try {
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        // A token goes to the address that was meant, and to no other.
        const response = await fetcher(url, { ...init, redirect: "error", signal });
        return { status: response.status, body: parsed(await response.text()) };
    } catch {
        return { status: 0, body: undefined };
    }
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
