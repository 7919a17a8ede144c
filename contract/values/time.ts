const DATE_TIME =
    /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?)?([Zz]|[+-]\d\d(?::?\d\d)?)?$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `YYYY-MM-DDTHH:mm:ss.sssZ`, the only form of time inside the platform. */
export const CANONICAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * The canonical form of an ISO 8601 date or time, or null. What real files leave open is decided here, once: without a
 * zone it is UTC; a date alone is its first instant; 24:00 is the next midnight; a leap second is the last millisecond
 * of its minute, so that it stays on its day; fractions are cut to milliseconds.
 */
export function canonicalTime(text: string): string | null {
    const parts = DATE_TIME.exec(text);
    if (parts === null) return null;
    const [, yearText, monthText, dayText, hourText = "00", minuteText = "00", secondText = "00"] = parts;
    const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
    const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText)];
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || year < 1970) return null;
    const millisecond = Number((parts[7] ?? "").slice(0, 3).padEnd(3, "0"));
    const endOfDay = hour === 24 && minute === 0 && second === 0 && millisecond === 0;
    if ((hour > 23 && !endOfDay) || minute > 59 || second > 60) return null;
    const offset = offsetMinutes(parts[8]);
    if (offset === null) return null;
    const leap = second === 60;
    const at = Date.UTC(year, month - 1, day, hour, minute - offset, leap ? 59 : second, leap ? 999 : millisecond);
    const canonical = new Date(at).toISOString();
    // A zone may push a time out of the four-digit years, or before 1970.
    if (canonical.length !== 24 || at < 0) return null;
    return leap && !canonical.endsWith("T23:59:59.999Z") ? null : canonical;
}

function daysIn(year: number, month: number): number {
    const leapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return month === 2 && leapYear ? 29 : (DAYS[month - 1] ?? 0);
}

function offsetMinutes(zone: string | undefined): number | null {
    if (zone === undefined || zone === "Z" || zone === "z") return 0;
    const hours = Number(zone.slice(1, 3));
    const minutes = zone.length > 3 ? Number(zone.slice(-2)) : 0;
    // The widest offset in use is +14:00.
    if (hours > 14 || minutes > 59) return null;
    return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

export function isCanonicalTime(text: string): boolean {
    if (!CANONICAL_TIME.test(text)) return false;
    const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
    const month = digitsAt(text, 5);
    const day = digitsAt(text, 8);
    return (
        year >= 1970 &&
        month >= 1 &&
        month <= 12 &&
        day >= 1 &&
        day <= daysIn(year, month) &&
        digitsAt(text, 11) < 24 &&
        digitsAt(text, 14) < 60 &&
        digitsAt(text, 17) < 60
    );
}

/** The number that two digits make. */
function digitsAt(text: string, index: number): number {
    return text.charCodeAt(index) * 10 + text.charCodeAt(index + 1) - 528;
}
