import type { Value } from "../../../store/value.ts";

/** As the database of time zones calls it. */
export function zoneFault(zone: Value): string | undefined {
    try {
        new Intl.DateTimeFormat("en", { timeZone: String(zone) });
        return undefined;
    } catch {
        return `must be a time zone such as Europe/Berlin, got ${zone}`;
    }
}
