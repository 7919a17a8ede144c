import type { WallClock } from "./time.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** There is no such place in the time zone database. */
export class UnknownZoneError extends Error {
    override readonly name = "UnknownZoneError";
}

/**
 * The clock of a place, by its name in the IANA database, such as `Europe/Berlin`. When clocks are put back, an hour is
 * shown twice, and when they are put forward, one is never shown: what says such a time does not say when it was.
 */
export function wallClock(zone: string): WallClock {
    const offsetAt = offsets(zone);
    return (wallTime) => {
        // No zone changes twice within two days, so the offsets before and after are all there can be.
        const possible = new Set([offsetAt(wallTime - DAY), offsetAt(wallTime + DAY)]);
        const right = [...possible].filter((offset) => offsetAt(wallTime - offset * MINUTE) === offset);
        return right.length === 1 ? (right[0] ?? null) : null;
    };
}

/** How far the zone's clocks are ahead of UTC at an instant, in minutes. */
function offsets(zone: string): (instant: number) => number {
    const format = formatOf(zone);
    // Rows of a file mostly fall into the same few hours, and no clock is put forward within a quarter of an hour.
    const known = new Map<number, number>();
    return (instant) => {
        const quarter = Math.floor(instant / (15 * MINUTE));
        const before = known.get(quarter);
        if (before !== undefined) return before;
        if (known.size > 10_000) known.clear();
        const start = quarter * 15 * MINUTE;
        const part: Record<string, number> = {};
        for (const { type, value } of format.formatToParts(start)) part[type] = Number(value);
        const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
        const offset = Math.round((Date.UTC(year, month - 1, day, hour, minute) - start) / MINUTE);
        known.set(quarter, offset);
        return offset;
    };
}

function formatOf(zone: string): Intl.DateTimeFormat {
    const numeric = "numeric" as const;
    try {
        return new Intl.DateTimeFormat("en-GB-u-ca-iso8601-nu-latn", {
            timeZone: zone,
            year: numeric,
            month: numeric,
            day: numeric,
            hour: numeric,
            minute: numeric,
            hourCycle: "h23",
        });
    } catch (cause) {
        throw new UnknownZoneError(`there is no time zone "${zone}": name a place, such as Europe/Berlin`, { cause });
    }
}
