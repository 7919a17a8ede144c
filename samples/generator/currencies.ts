/** What the generator knows of a currency, kept apart from the product's own table so that the two check each other. */
interface Currency {
    /** Decimals of the minor unit, ISO 4217. */
    digits: number;
    /** Units for one euro: round figures that give sensible prices, not market rates. */
    perEuro: number;
}

const currencies = {
    EUR: { digits: 2, perEuro: 1 },
    GBP: { digits: 2, perEuro: 0.85 },
    CHF: { digits: 2, perEuro: 0.95 },
    USD: { digits: 2, perEuro: 1.1 },
    SEK: { digits: 2, perEuro: 11.2 },
    PLN: { digits: 2, perEuro: 4.3 },
    THB: { digits: 2, perEuro: 38 },
    BRL: { digits: 2, perEuro: 6 },
    JPY: { digits: 0, perEuro: 165 },
    KWD: { digits: 3, perEuro: 0.335 },
    BHD: { digits: 3, perEuro: 0.41 },
} as const satisfies Record<string, Currency>;

export type CurrencyCode = keyof typeof currencies;

export const currencyCodes = Object.keys(currencies) as CurrencyCode[];

export const digitsOf = (code: CurrencyCode): number => currencies[code].digits;

const scaleOf = (code: CurrencyCode): number => [1, 10, 100, 1000][digitsOf(code)] as number;

/** Minor units of a price given in euros; never less than one. */
export function minorFromEuros(euros: number, code: CurrencyCode): number {
    return Math.max(1, Math.round(euros * currencies[code].perEuro * scaleOf(code)));
}

/** Minor units of an amount given in the currency itself. */
export function minorFromMajor(major: number, code: CurrencyCode): number {
    return Math.max(1, Math.round(major * scaleOf(code)));
}

/** `123450` in EUR is `1234.50`: integers all the way, so that no float ever touches the text. */
export function majorText(minor: number, code: CurrencyCode, point = "."): string {
    const digits = digitsOf(code);
    if (digits === 0) return String(minor);
    const text = String(minor).padStart(digits + 1, "0");
    return `${text.slice(0, -digits)}${point}${text.slice(-digits)}`;
}
