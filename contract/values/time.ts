const DATE_TIME =
    /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?)?([Zz]|[+-]\d\d(?::?\d\d)?)?$/;
/** No clock in use is further from UTC, in minutes: -12:00 and +14:00. */
const [WESTERNMOST, EASTERNMOST] = [-12 * 60, 14 * 60];
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `YYYY-MM-DDTHH:mm:ss.sssZ`, the only form of time inside the platform. */
export const CANONICAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** How far a clock on the wall is ahead of UTC at that moment, in minutes; null when no clock, or two, show it. */
export type WallClock = (wallTime: number) => number | null;

/** A time as its text says it: what a clock on the wall showed, and in which zone. */
interface WallTime {
    /** As if the wall were in UTC, in milliseconds. */
    at: number;
    leapSecond: boolean;
    zone: string | undefined;
}

/**
 * The canonical form of an ISO 8601 date or time, or null. What real files leave open is decided here, once: a date alone
 * is its first instant; 24:00 is the next midnight; a leap second is the last millisecond of its minute, so that it stays
 * on its day; fractions are cut to milliseconds. A time without an offset is one only by the clock of a place: without
 * one it is null, since UTC would be a guess.
 */
export function canonicalTime(text: string, clock?: WallClock): string | null {
    if (isCanonicalTime(text)) return text;
    const wall = wallTime(text);
    if (wall === null) return null;
    const offset = wall.zone === undefined ? (clock?.(wall.at) ?? null) : offsetMinutes(wall.zone);
    if (offset === null) return null;
    const at = wall.at - offset * 60_000;
    // A zone may push a time out of the four-digit years, or before 1970.
    if (at < 0 || at > LAST) return null;
    const canonical = new Date(at).toISOString();
    return wall.leapSecond && !canonical.endsWith("T23:59:59.999Z") ? null : canonical;
}

/** Whether the text is a date or time that does not say where its clock hung. */
export function isLocalTime(text: string): boolean {
    const wall = wallTime(text);
    return wall !== null && wall.zone === undefined;
}

function wallTime(text: string): WallTime | null {
    const parts = DATE_TIME.exec(text);
    if (parts === null) return null;
    // Where each of its digits stands is known now, and reading them there takes half as long as the texts of the pattern.
    const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
    const month = digitsAt(text, 5);
    const day = digitsAt(text, 8);
    const hour = parts[4] === undefined ? 0 : digitsAt(text, 11);
    const minute = parts[4] === undefined ? 0 : digitsAt(text, 14);
    const second = parts[6] === undefined ? 0 : digitsAt(text, 17);
    if (!isDate(year, month, day)) return null;
    const millisecond = parts[7] === undefined ? 0 : Number(parts[7].slice(0, 3).padEnd(3, "0"));
    const endOfDay = hour === 24 && minute === 0 && second === 0 && millisecond === 0;
    if ((hour > 23 && !endOfDay) || minute > 59 || second > 60) return null;
    const leapSecond = second === 60;
    const last = leapSecond ? 59 : second;
    const at = Date.UTC(year, month - 1, day, hour, minute, last, leapSecond ? 999 : millisecond);
    return { at, leapSecond, zone: parts[8] };
}

function isDate(year: number, month: number, day: number): boolean {
    return year >= 1970 && day >= 1 && day <= daysIn(year, month);
}

/** None in a month that there is not. */
function daysIn(year: number, month: number): number {
    const leapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return month === 2 && leapYear ? 29 : (DAYS[month - 1] ?? 0);
}

/** `Z` says neither hours nor minutes, and that is zero. */
function offsetMinutes(zone: string): number | null {
    const hours = Number(zone.slice(1, 3));
    const minutes = zone.length > 3 ? Number(zone.slice(-2)) : 0;
    const offset = (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
    return minutes > 59 || offset < WESTERNMOST || offset > EASTERNMOST ? null : offset;
}

export function isCanonicalTime(text: string): boolean {
    if (!CANONICAL_TIME.test(text)) return false;
    const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
    const month = digitsAt(text, 5);
    const day = digitsAt(text, 8);
    const isTime = digitsAt(text, 11) < 24 && digitsAt(text, 14) < 60 && digitsAt(text, 17) < 60;
    return isTime && isDate(year, month, day);
}

/** The number that two digits make. */
function digitsAt(text: string, index: number): number {
    return text.charCodeAt(index) * 10 + text.charCodeAt(index + 1) - 528;
}
