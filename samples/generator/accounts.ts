import type { CountryCode } from "./countries.ts";
import type { Random } from "./random.ts";

/** Shape of the national part of an IBAN: `n` a digit, `a` a letter of an invented bank code. */
const nationalParts: Partial<Record<CountryCode, string>> = {
    DE: "nnnnnnnnnnnnnnnnnn",
    FR: "nnnnnnnnnnnnnnnnnnnnnnn",
    NL: "aaaannnnnnnnnn",
    IE: "aaaannnnnnnnnnnnnn",
    ES: "nnnnnnnnnnnnnnnnnnnn",
    IT: "annnnnnnnnnnnnnnnnnnnnn",
    GB: "aaaannnnnnnnnnnnnn",
    CH: "nnnnnnnnnnnnnnnnn",
    KW: "aaaannnnnnnnnnnnnnnnnnnnnn",
    BH: "aaaannnnnnnnnnnnnn",
    SE: "nnnnnnnnnnnnnnnnnnnn",
    PL: "nnnnnnnnnnnnnnnnnnnnnnnn",
    BR: "nnnnnnnnnnnnnnnnnnnnnnnan",
};

/** Bank codes that no bank uses. */
const inventedBanks = ["XXEX", "XXSA", "XXDE"] as const;

/** Countries without IBANs have a plain account number. */
export const hasIban = (country: CountryCode): boolean => nationalParts[country] !== undefined;

/** An invented account: an IBAN with right check digits where the country has them. */
export function accountNumber(random: Random, country: CountryCode): string {
    const shape = nationalParts[country];
    if (shape === undefined) return `${country}-${random.digits(4)}-${random.digits(7)}`;
    let part = "";
    if (shape.startsWith("aaaa")) part = random.pick(inventedBanks);
    while (part.length < shape.length) part += shape[part.length] === "a" ? "X" : random.int(0, 9);
    return country + checkDigits(country, part) + part;
}

/** ISO 13616: move the country behind, letters become numbers from 10, 98 less the remainder by 97. */
export function checkDigits(country: string, part: string): string {
    let remainder = 0;
    for (const character of `${part}${country}00`) {
        for (const digit of String(Number.parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
    }
    return String(98 - remainder).padStart(2, "0");
}

/** An invented business identifier code of a bank in that country. */
export const bankCode = (country: CountryCode): string => `XXEX${country}21`;
