import { modulo97 } from "./modulo-97.ts";

/** Characters of an IBAN in each country that writes them: the registry of ISO 13616, kept by SWIFT, and its candidates. */
const byLength: Readonly<Record<number, string>> = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "AO CV GW LY MZ PT ST",
    26: "DZ IR IS TR",
    27: "BI CF CG CM DJ FR GA GQ GR IT KM MC MG MR SM TD",
    28: "AL AZ BF BJ BY CI CY DO GT HN HU LB MA ML NE NI PL SN SV TG",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
};

export const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
    Object.entries(byLength).flatMap(([length, countries]) =>
        countries.split(" ").map((country): [string, number] => [country, Number(length)]),
    ),
);

const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]+$/;
/** How people and programs write one: with anything but letters and digits before, between and behind, and its name. */
const NAMED = /^[^\p{L}\p{N}]*IBAN/iu;
const BEGINS = /^(?:[^\p{L}\p{N}]*IBAN)?[^\p{L}\p{N}]*\p{L}[^\p{L}\p{N}]*\p{L}[^\p{L}\p{N}]*\p{Nd}/iu;
/** Of Norway's, the shortest, and of any with as much around it as somebody may write. */
const [SHORTEST, LONGEST] = [15, 160];

/** Whether the text is an IBAN as machines write it: a country that has them, its length, the right check digits. */
export function isIban(text: string): boolean {
    if (!SHAPE.test(text) || IBAN_LENGTHS.get(text.slice(0, 2)) !== text.length) return false;
    return modulo97(text) === 1;
}

/** The account as all formats write it: an IBAN in any spelling is one and the same, everything else stays as it is. */
export function normalAccount(account: string): string {
    // Nearly every account: whatever it is, there is nothing to make of it.
    if (/^(?!IBAN)[A-Z0-9]+$/.test(account) || account.length < SHORTEST || account.length > LONGEST) return account;
    const compatible = account.normalize("NFKC");
    if (!BEGINS.test(compatible)) return account;
    const plain = compatible
        .replace(NAMED, "")
        .replace(/[^\p{L}\p{N}]/gu, "")
        .toUpperCase();
    // Its check digits prove what was meant.
    return isIban(plain) ? plain : account;
}
