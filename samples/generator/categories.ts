import { type HourProfile, hours, type WeekProfile, weeks } from "./calendar.ts";
import { type CurrencyCode, digitsOf, minorFromEuros } from "./currencies.ts";
import type { Random } from "./random.ts";

/** How a price ends: at any cent, at .99 or .50 as on a shelf, at a list price, or on a round note. */
type Ending = "metered" | "shelf" | "list" | "notes";

/** A kind of merchant. */
export interface Category {
    /** ISO 18245. */
    code: string;
    medianEuros: number;
    /** Deviation of the logarithm of the amount. */
    sigma: number;
    ending: Ending;
    hours: HourProfile;
    week: WeekProfile;
    /** Share of the number of card payments. */
    weight: number;
    /** Share paid without the card at hand. */
    online: number;
}

/** Medians and shares: see samples/README.md for where they come from and what is assumed. */
export const categories = {
    grocery: category("5411", 21, 0.8, "metered", hours.shops, weeks.errands, 27, 0.03),
    restaurant: category("5812", 29, 0.65, "shelf", hours.meals, weeks.leisure, 11, 0.06),
    fastFood: category("5814", 10.5, 0.45, "shelf", hours.meals, weeks.even, 12, 0.15),
    fuel: category("5541", 52, 0.4, "metered", hours.commute, weeks.even, 6, 0),
    transit: category("4111", 3.4, 0.5, "list", hours.commute, weeks.working, 8, 0.35),
    taxi: category("4121", 16, 0.5, "metered", hours.evening, weeks.leisure, 2.5, 0.5),
    pharmacy: category("5912", 13, 0.7, "shelf", hours.shops, weeks.errands, 4.5, 0.04),
    clothing: category("5651", 44, 0.75, "shelf", hours.shops, weeks.errands, 4.5, 0.35),
    department: category("5311", 36, 0.85, "shelf", hours.shops, weeks.errands, 5, 0.55),
    electronics: category("5732", 118, 0.95, "shelf", hours.evening, weeks.even, 1.8, 0.6),
    digital: category("5815", 8.5, 0.55, "list", hours.evening, weeks.even, 6, 1),
    games: category("5816", 9.5, 0.8, "list", hours.evening, weeks.leisure, 2, 1),
    cinema: category("7832", 21, 0.4, "list", hours.evening, weeks.leisure, 1.2, 0.6),
    hairdresser: category("7230", 34, 0.45, "shelf", hours.shops, weeks.errands, 1.4, 0.02),
    utilities: category("4900", 88, 0.45, "metered", hours.office, weeks.banking, 1.2, 1),
    airline: category("4511", 210, 0.75, "metered", hours.evening, weeks.even, 0.6, 1),
    hotel: category("7011", 145, 0.6, "metered", hours.evening, weeks.leisure, 1, 0.7),
    jeweller: category("5944", 165, 1, "shelf", hours.shops, weeks.errands, 0.3, 0.3),
    betting: category("7995", 24, 0.9, "notes", hours.night, weeks.leisure, 0.9, 1),
    cashMachine: category("6011", 80, 0.6, "notes", hours.shops, weeks.errands, 4, 0),
    vending: category("5814", 1.4, 0.3, "list", hours.office, weeks.working, 0, 0),
} as const satisfies Record<string, Category>;

export type CategoryName = keyof typeof categories;

export const categoryNames = Object.keys(categories) as CategoryName[];

function category(
    code: string,
    medianEuros: number,
    sigma: number,
    ending: Ending,
    hourly: HourProfile,
    week: WeekProfile,
    weight: number,
    online: number,
): Category {
    return { code, medianEuros, sigma, ending, hours: hourly, week, weight, online };
}

/** A price such as this merchant would ask, in minor units. */
export function price(random: Random, name: CategoryName, currency: CurrencyCode, scale = 1): number {
    const { medianEuros, sigma, ending } = categories[name];
    return withEnding(minorFromEuros(random.logNormal(medianEuros * scale, sigma), currency), ending, random, currency);
}

function withEnding(minor: number, ending: Ending, random: Random, currency: CurrencyCode): number {
    const unit = digitsOf(currency) === 0 ? 100 : 10 ** digitsOf(currency);
    if (ending === "metered") return minor;
    if (ending === "notes") return Math.max(1, Math.round(minor / (10 * unit))) * 10 * unit;
    const step = unit / (ending === "list" ? 2 : 10);
    const rounded = Math.max(step, Math.round(minor / step) * step);
    const belowRound = ending === "shelf" && random.chance(0.4) && digitsOf(currency) > 0;
    return belowRound ? Math.max(unit, Math.ceil(rounded / unit) * unit) - unit / 100 : rounded;
}
