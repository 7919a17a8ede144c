import { setTimeout as delay } from "node:timers/promises";
import type { StepReport } from "./report.ts";
import type { Context, Step } from "./step.ts";
import { failed, unknown, type Verdict } from "./verdict.ts";

export interface RunArgs {
    steps: readonly Step[];
    /** What all steps share. */
    base: Omit<Context, "until" | "afterwards">;
    /** Longest wait for one thing to happen, in milliseconds. */
    patienceMs: number;
    /** Time between two looks, in milliseconds. Default: 1000. */
    everyMs?: number;
    /** Stops the run; the step under way still takes away what it made. */
    signal: AbortSignal;
    /** Runs around each step, to tell of it. */
    around?: (step: Step, work: () => Promise<StepReport>) => Promise<StepReport>;
}

interface Duty {
    what: string;
    work: () => Promise<unknown>;
}

/** Runs the steps one after the other; a fault of one says nothing about the next. */
export async function runSteps(args: RunArgs): Promise<StepReport[]> {
    const { steps, signal, around = (_, work) => work() } = args;
    const reports: StepReport[] = [];
    for (const step of steps) {
        signal.throwIfAborted();
        reports.push(await around(step, () => runStep(step, args)));
    }
    return reports;
}

async function runStep(step: Step, { base, patienceMs, everyMs = 1000, signal }: RunArgs): Promise<StepReport> {
    const duties: Duty[] = [];
    const context: Context = {
        ...base,
        afterwards: (what, work) => void duties.push({ what, work }),
        async until(ask) {
            const end = performance.now() + patienceMs;
            for (;;) {
                signal.throwIfAborted();
                const answer = await ask();
                if (answer !== undefined || performance.now() > end) return answer;
                await delay(everyMs, undefined, { signal });
            }
        },
    };
    const started = performance.now();
    let leftBehind: string[] = [];
    let verdict: Verdict;
    try {
        verdict = await tried(step, context).catch((cause) => {
            signal.throwIfAborted();
            return faulted(cause);
        });
    } finally {
        leftBehind = await takeAway(duties);
    }
    const { name, proves, answers } = step;
    return { name, proves, answers, verdict, seconds: Math.round(performance.now() - started) / 1000, leftBehind };
}

async function tried(step: Step, context: Context): Promise<Verdict> {
    if (step.lacking === undefined || !context.cloud.isLocal) return step.run(context);
    return { state: "skipped", why: `The local cloud has no ${step.lacking}.` };
}

async function takeAway(duties: Duty[]): Promise<string[]> {
    const left: string[] = [];
    for (const { what, work } of duties.reverse()) {
        await work().catch((cause) => left.push(`${what} (${said(cause)})`));
    }
    return left;
}

const FORBIDDEN =
    /AccessDenied|AuthorizationError|UnauthorizedOperation|NotAuthorized|ExpiredToken|InvalidClientToken/i;
const MISSING = /NonExistent|NotFound|NoSuch|DoesNotExist/i;

/** An error of a call: what is missing has failed; what nobody let us do cannot be told. */
function faulted(cause: unknown): Verdict {
    const name = cause instanceof Error ? cause.name : "";
    if (FORBIDDEN.test(name)) return unknown(`Not allowed to look: ${said(cause)}`);
    if (MISSING.test(name)) {
        const fix = "Somebody deleted it behind the program: npm run pulumi -- refresh, then up.";
        return failed(`Something of the stack is not there: ${said(cause)}`, fix);
    }
    return unknown(said(cause));
}

const LONGEST = 300;

/** The first line of a message, without what could be a secret of a request: ids and names only fit into one line. */
function said(cause: unknown): string {
    const { name, message } = cause instanceof Error ? cause : { name: "Error", message: String(cause) };
    return `${name}: ${(message.split("\n", 1)[0] ?? "").slice(0, LONGEST)}`;
}
