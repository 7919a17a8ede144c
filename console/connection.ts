import type { DashboardState, Selection } from "./dashboard-state.ts";
import type { ActionAnswer, ConsoleState } from "./state.ts";

const KEPT = "console-token";
/** Time until the next try when the platform does not answer, in milliseconds. */
const AGAIN_MS = 2_000;

/**
 * The token of this start, out of the part of the address that is never sent. It is kept for this tab and taken out of the
 * address, so that it is in no history and on no screenshot.
 */
export function takeToken(): string | undefined {
    const given = /^#([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1];
    if (given !== undefined) {
        sessionStorage.setItem(KEPT, given);
        history.replaceState(null, "", "#/overview");
    }
    return sessionStorage.getItem(KEPT) ?? undefined;
}

/** Another start of the platform has another token. */
export class WrongToken extends Error {}

async function ask<T>(token: string, path: string, more: RequestInit = {}): Promise<T> {
    const headers = { "x-console-token": token, ...(more.body ? { "content-type": "application/json" } : {}) };
    const response = await fetch(path, { ...more, headers });
    const answer = await response.json();
    if (response.status === 401) throw new WrongToken(answer.error);
    if (!response.ok) throw new Error(answer.error);
    return answer;
}

export interface Listener {
    onState: (state: ConsoleState) => void;
    /** `undefined` once it answers again. */
    onSilence: (why: string | undefined) => void;
}

/** Tells each new state until the signal says stop: the server answers when something has changed. */
export async function listen(token: string, { onState, onSilence }: Listener, signal: AbortSignal): Promise<void> {
    let version = 0;
    while (!signal.aborted) {
        try {
            const state = await ask<ConsoleState>(token, `/api/state?after=${version}`, { signal });
            onSilence(undefined);
            if (state.version !== version) onState(state);
            version = state.version;
        } catch (error) {
            if (signal.aborted) return;
            if (error instanceof WrongToken) return onSilence(error.message);
            onSilence(
                "The platform does not answer. It may have been taken down; if it comes back under another address, open that one.",
            );
            await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        }
    }
}

/** The dashboard for what the reader chose; without a choice, for all that there is. */
export function dashboardFor(token: string, chosen: Partial<Selection>, signal: AbortSignal): Promise<DashboardState> {
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(chosen)) for (const one of [value].flat()) asked.append(name, one);
    return ask(token, `/api/dashboard?${asked}`, { signal });
}

export interface DecisionGiven {
    id: string;
    decision: string;
    by: string;
    note: string;
}

export function decide(token: string, given: DecisionGiven): Promise<ActionAnswer> {
    return ask(token, "/api/decisions", { method: "POST", body: JSON.stringify(given) });
}

export interface ApprovalGiven {
    version: number;
    decision: string;
    by: string;
}

export function approve(token: string, given: ApprovalGiven): Promise<ActionAnswer> {
    return ask(token, "/api/approvals", { method: "POST", body: JSON.stringify(given) });
}

/** What a command of the platform team says of the stack now. */
export function look(token: string, check: string): Promise<ActionAnswer> {
    return ask(token, "/api/checks", { method: "POST", body: JSON.stringify({ check }) });
}

export function replay(token: string, queue: string): Promise<ActionAnswer> {
    return ask(token, "/api/replays", { method: "POST", body: JSON.stringify({ queue }) });
}
