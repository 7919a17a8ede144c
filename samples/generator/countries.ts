import type { CurrencyCode } from "./currencies.ts";
import type { Weighted } from "./random.ts";

interface Country {
    currency: CurrencyCode;
    /** Hours ahead of UTC in the season of the samples; clock changes are left out on purpose. */
    utcOffsetHours: number;
    /** Where people from here are found when they travel. */
    neighbours: readonly CountryCode[];
}

export type CountryCode =
    | "DE"
    | "FR"
    | "NL"
    | "IE"
    | "ES"
    | "IT"
    | "GB"
    | "CH"
    | "KW"
    | "BH"
    | "JP"
    | "US"
    | "SE"
    | "PL"
    | "TH"
    | "BR";

export const countries: Readonly<Record<CountryCode, Country>> = {
    DE: { currency: "EUR", utcOffsetHours: 2, neighbours: ["FR", "NL", "CH", "PL", "IT", "ES"] },
    FR: { currency: "EUR", utcOffsetHours: 2, neighbours: ["ES", "IT", "DE", "CH", "GB"] },
    NL: { currency: "EUR", utcOffsetHours: 2, neighbours: ["DE", "FR", "GB", "ES"] },
    IE: { currency: "EUR", utcOffsetHours: 1, neighbours: ["GB", "ES", "FR"] },
    ES: { currency: "EUR", utcOffsetHours: 2, neighbours: ["FR", "IT", "GB"] },
    IT: { currency: "EUR", utcOffsetHours: 2, neighbours: ["CH", "FR", "DE", "ES"] },
    GB: { currency: "GBP", utcOffsetHours: 1, neighbours: ["FR", "IE", "ES", "NL", "IT"] },
    CH: { currency: "CHF", utcOffsetHours: 2, neighbours: ["DE", "FR", "IT"] },
    KW: { currency: "KWD", utcOffsetHours: 3, neighbours: ["BH", "GB"] },
    BH: { currency: "BHD", utcOffsetHours: 3, neighbours: ["KW", "GB"] },
    JP: { currency: "JPY", utcOffsetHours: 9, neighbours: ["TH", "US"] },
    US: { currency: "USD", utcOffsetHours: -4, neighbours: ["GB", "FR", "JP"] },
    SE: { currency: "SEK", utcOffsetHours: 2, neighbours: ["DE", "NL"] },
    PL: { currency: "PLN", utcOffsetHours: 2, neighbours: ["DE", "SE"] },
    TH: { currency: "THB", utcOffsetHours: 7, neighbours: ["JP"] },
    BR: { currency: "BRL", utcOffsetHours: -3, neighbours: ["US", "ES"] },
};

export const countryCodes = Object.keys(countries) as CountryCode[];

/** Where the bank's customers live: a European bank with branches in London, Zürich, the Gulf and Tokyo. */
export const homes: Weighted<CountryCode> = [
    ["DE", 24],
    ["FR", 15],
    ["NL", 10],
    ["IE", 8],
    ["ES", 9],
    ["IT", 9],
    ["GB", 10],
    ["CH", 5],
    ["KW", 3],
    ["BH", 2],
    ["JP", 3],
    ["US", 2],
];

/** Places far from every home, where stolen cards tend to surface and where some customers holiday. */
export const distant: readonly CountryCode[] = ["TH", "BR", "US", "JP"];
