/** What a step saw; goes into the evidence as it is, so it holds names, counts and times, and no transaction of a customer. */
export type Evidence = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * - `held`: it was tried, and does what the design says.
 * - `failed`: it was tried, and does not.
 * - `unknown`: it could not be tried, or what came of it says nothing.
 * - `skipped`: the cloud of this stack has nothing to try it on.
 */
export type Verdict =
    | { state: "held"; evidence: Evidence }
    | { state: "failed"; why: string; fix: string; evidence?: Evidence }
    | { state: "unknown"; why: string }
    | { state: "skipped"; why: string };

export function held(evidence: Evidence): Verdict {
    return { state: "held", evidence };
}

/** `fix`: what to look at or do about it. */
export function failed(why: string, fix: string, evidence?: Evidence): Verdict {
    return { state: "failed", why, fix, ...(evidence && { evidence }) };
}

export function unknown(why: string): Verdict {
    return { state: "unknown", why };
}
