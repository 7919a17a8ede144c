import { type CountryCode, countries } from "./countries.ts";
import type { Random } from "./random.ts";

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Weight of each local hour, midnight first. */
export type HourProfile = readonly number[];

/** Shapes of a day, as till rolls and bank statements show them. */
export const hours = {
    shops: [0, 0, 0, 0, 0, 0, 1, 3, 6, 8, 10, 11, 9, 7, 7, 8, 10, 12, 11, 7, 4, 1, 0, 0],
    meals: [1, 0, 0, 0, 0, 0, 1, 4, 5, 3, 3, 7, 14, 11, 4, 3, 4, 6, 10, 13, 11, 7, 4, 2],
    commute: [0, 0, 0, 0, 1, 3, 9, 14, 11, 5, 3, 3, 4, 4, 4, 6, 10, 13, 9, 5, 3, 2, 2, 1],
    evening: [3, 1, 1, 0, 0, 0, 1, 2, 3, 4, 5, 5, 6, 6, 5, 5, 5, 6, 8, 11, 14, 14, 10, 6],
    office: [0, 0, 0, 0, 0, 0, 0, 2, 8, 12, 13, 12, 7, 9, 12, 11, 8, 4, 1, 0, 0, 0, 0, 0],
    opening: [0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    night: [10, 12, 13, 12, 9, 5, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 5, 8],
} as const satisfies Record<string, HourProfile>;

/** Weight of each weekday, Monday first. */
export type WeekProfile = readonly number[];

export const weeks = {
    even: [1, 1, 1, 1, 1, 1, 1],
    errands: [9, 8, 9, 11, 14, 16, 6],
    leisure: [7, 7, 8, 10, 15, 18, 12],
    working: [10, 10, 10, 10, 10, 3, 2],
    banking: [10, 10, 10, 10, 10, 0, 0],
} as const satisfies Record<string, WeekProfile>;

/** The days that the samples cover. */
export interface Period {
    /** Midnight UTC of the first day. */
    start: number;
    days: number;
}

/** 0 is Monday. */
export function weekdayOf(at: number): number {
    return (new Date(at).getUTCDay() + 6) % 7;
}

/** A moment in the period that suits the shop's week and hours in its own country. */
export function moment(
    random: Random,
    period: Period,
    country: CountryCode,
    week: WeekProfile,
    hourly: HourProfile,
): number {
    const days = Array.from({ length: period.days }, (_, index) => period.start + index * day);
    const date = random.weighted(days.map((at) => [at, week[weekdayOf(at)] ?? 0] as const));
    return momentOn(random, date, country, hourly);
}

/** A moment on one local date, to the second. */
export function momentOn(random: Random, date: number, country: CountryCode, hourly: HourProfile): number {
    const localHour = random.weighted(hourly.map((weight, index) => [index, weight] as const));
    const inHour = random.int(0, 3599) * second;
    return date + (localHour - countries[country].utcOffsetHours) * hour + inHour;
}

/** Local dates of the period, as midnights UTC. */
export function datesOf(period: Period): number[] {
    return Array.from({ length: period.days }, (_, index) => period.start + index * day);
}

/** Salaries come on the last working day of the month. */
export function isPayday(date: number): boolean {
    if (weekdayOf(date) > 4) return false;
    const month = new Date(date).getUTCMonth();
    for (let next = date + day; new Date(next).getUTCMonth() === month; next += day) {
        if (weekdayOf(next) <= 4) return false;
    }
    return true;
}

/** Rent and standing orders leave on the first working days of the month. */
export const isRentDay = (date: number): boolean => weekdayOf(date) <= 4 && new Date(date).getUTCDate() <= 5;

/** `2026-10-04T13:45:12.000Z`. */
export const isoTime = (at: number): string => new Date(at).toISOString();
