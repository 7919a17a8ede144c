import * as z from "zod/mini";

/** Days by UTC, both included, as `YYYY-MM-DD`. */
export interface Period {
    from: string;
    to: string;
}

/** Days were asked for that no report can be about; says which and what would be right. */
export class PeriodError extends Error {
    override readonly name = "PeriodError";
}

const DAY_MS = 24 * 60 * 60_000;
/** A year and a day: more is asked for by mistake, and read by the gigabyte. */
const MOST_DAYS = 366;

/** The workflow says neither; what else it says is its own. */
const Asked = z.object({ from: z.optional(z.string()), to: z.optional(z.string()) });

/** The days that an event asks for: yesterday unless it says otherwise, and one day when it says no end. */
export function periodOf(event: unknown, now: Date): Period {
    const { success, data } = Asked.safeParse(event ?? {});
    if (!success) throw new PeriodError('the period must be { "from": "YYYY-MM-DD", "to": "YYYY-MM-DD" }, or left out');
    const yesterday = dayOf(now.getTime() - DAY_MS);
    if (data.from === undefined && data.to !== undefined) {
        throw new PeriodError(`the period ends on "${data.to}" and has no beginning: say from, too`);
    }
    const { from = yesterday, to = from } = data;
    for (const [name, day] of Object.entries({ from, to })) {
        if (!isDay(day)) throw new PeriodError(`${name} must be a day such as ${yesterday}, got "${day.slice(0, 40)}"`);
    }
    if (from > to) throw new PeriodError(`the period begins on ${from}, after its end on ${to}`);
    // What is not over yet would be reported in part, and nobody would see it.
    if (to > yesterday)
        throw new PeriodError(`the period ends on ${to}, which is not over: ${yesterday} at the latest`);
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
    if (days > MOST_DAYS) throw new PeriodError(`the period has ${days} days, ask for at most ${MOST_DAYS} at once`);
    return { from, to };
}

function dayOf(ms: number): string {
    return new Date(ms).toISOString().slice(0, 10);
}

/** Such a form, and in the calendar. */
function isDay(text: string): boolean {
    return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text;
}
