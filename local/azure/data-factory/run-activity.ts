import { copy } from "./activities/copy.ts";
import { web } from "./activities/web.ts";
import type { Activity, Definitions } from "./definitions.ts";
import { evaluateAll, type Scope } from "./expressions/evaluate.ts";
import { ActivityFault, type Surroundings } from "./surroundings.ts";

/** How an activity ended, under the names that expressions use. */
export interface Ended {
    readonly Status: "Succeeded" | "Failed" | "Skipped";
    readonly output?: object;
    readonly error?: { errorCode: string; message: string };
}

const DAY_MS = 24 * 3600 * 1000;
/** Data Factory's own defaults. */
const RETRY_SECONDS = 30;
const TIMEOUT = "0.12:00:00";

/** Runs an activity as often as its policy says, each time no longer than that allows. */
export async function runActivity(
    activity: Activity,
    definitions: Definitions,
    scope: Scope,
    around: Surroundings,
    signal: AbortSignal,
): Promise<Ended> {
    const { retry = 0, retryIntervalInSeconds = RETRY_SECONDS, timeout = TIMEOUT } = activity.policy ?? {};
    for (let attempt = 0; ; attempt++) {
        const ended = await once(activity, definitions, scope, around, signal, milliseconds(timeout));
        if (ended.Status === "Succeeded" || attempt === retry || signal.aborted) return ended;
        await around.pause(retryIntervalInSeconds * 1000, signal);
    }
}

async function once(
    activity: Activity,
    definitions: Definitions,
    scope: Scope,
    around: Surroundings,
    signal: AbortSignal,
    limitMs: number,
): Promise<Ended> {
    const over = new AbortController();
    const stopped = AbortSignal.any([signal, over.signal]);
    const late = around.pause(limitMs, stopped).then(() => {
        if (!stopped.aborted) throw new ActivityFault("2103", "the activity took longer than its policy allows");
        return {};
    });
    try {
        const output = await Promise.race([act(activity, definitions, scope, around, stopped), late]);
        return { Status: "Succeeded", output };
    } catch (error) {
        const errorCode = error instanceof ActivityFault ? error.code : "2108";
        return { Status: "Failed", error: { errorCode, message: error instanceof Error ? error.message : "" } };
    } finally {
        over.abort();
        await late.catch(() => undefined);
    }
}

async function act(
    activity: Activity,
    definitions: Definitions,
    scope: Scope,
    around: Surroundings,
    signal: AbortSignal,
): Promise<object> {
    if (activity.type === "Copy") return copy(activity, definitions, scope, around, signal);
    if (activity.type === "WebActivity") return web(activity, definitions, scope, around, signal);
    if (activity.type === "Fail") {
        const { errorCode, message } = evaluateAll(activity, scope) as { errorCode: string; message: string };
        throw new ActivityFault(errorCode, message);
    }
    throw new Error(`the runner does not know activities of type ${activity.type}`);
}

/** Of a time as Data Factory writes it: days, a point, hours, minutes, seconds. */
export function milliseconds(time: string): number {
    const [, days = 0, hours = 0, minutes = 0, seconds = 0] = (/^(?:(\d+)\.)?(\d+):(\d+):(\d+)$/.exec(time) ?? []).map(
        Number,
    );
    const whole = (days || 0) * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000;
    if (!(whole > 0)) throw new Error(`${time} is no time: write days.hours:minutes:seconds`);
    return whole;
}
