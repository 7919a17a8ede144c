/** The lengths that a payment card's number has; Maestro's 12 digits, which nobody issues any more, are not looked for. */
export const MIN_DIGITS = 13;
export const MAX_DIGITS = 19;

/**
 * First digits, as a range of four of them, with the lengths of number that schemes issue there: `usual` is what nearly
 * every card has, `others` what the scheme's rules also allow. From the schemes' public tables and ISO/IEC 7812, where a
 * 9 is followed by the number of a country.
 */
interface Issuer {
    from: number;
    to: number;
    usual: readonly number[];
    others?: readonly number[];
}

const UP_TO_19 = [16, 17, 18, 19];
const ANY = [13, 14, 15, 16, 17, 18, 19];

export const ISSUERS: readonly (Issuer & { scheme: string })[] = [
    { scheme: "UATP", from: 1000, to: 1999, usual: [], others: [15] },
    { scheme: "JCB", from: 1800, to: 1800, usual: [], others: [15, ...UP_TO_19] },
    { scheme: "GPN", from: 1946, to: 1946, usual: [], others: [16] },
    { scheme: "JCB", from: 2131, to: 2131, usual: [], others: [15, ...UP_TO_19] },
    { scheme: "Mir", from: 2200, to: 2204, usual: [16], others: UP_TO_19 },
    { scheme: "Borica, PayPak", from: 2205, to: 2205, usual: [16] },
    { scheme: "Mastercard", from: 2221, to: 2720, usual: [16] },
    { scheme: "Carnet", from: 2869, to: 2869, usual: [16] },
    { scheme: "Diners Club", from: 3000, to: 3059, usual: [14, 16], others: [14, ...UP_TO_19] },
    { scheme: "Diners Club", from: 3095, to: 3095, usual: [14, 16], others: [14, ...UP_TO_19] },
    { scheme: "Diners Club", from: 3600, to: 3699, usual: [14, 16], others: [14, ...UP_TO_19] },
    { scheme: "Diners Club", from: 3800, to: 3999, usual: [14, 16], others: [14, ...UP_TO_19] },
    { scheme: "American Express", from: 3400, to: 3499, usual: [15] },
    { scheme: "American Express", from: 3700, to: 3799, usual: [15] },
    { scheme: "JCB, RuPay 353 and 356, LankaPay", from: 3528, to: 3589, usual: [16], others: UP_TO_19 },
    { scheme: "Visa, Elo", from: 4000, to: 4999, usual: [16, 19], others: [13, 18] },
    { scheme: "Maestro 493698", from: 4936, to: 4936, usual: [16], others: ANY },
    { scheme: "Maestro, RuPay 508, Verve, Elo, Meeza", from: 5000, to: 5099, usual: [16, 18, 19], others: ANY },
    { scheme: "Mastercard", from: 5100, to: 5599, usual: [16] },
    { scheme: "Maestro, Uzcard 5614, AfriGo", from: 5600, to: 5999, usual: [16, 18, 19], others: ANY },
    {
        scheme: "UnionPay 62, Discover 60, 64, 65, RuPay 60, 65, Maestro 63, 67, Verve, Troy, Elo, Hipercard",
        from: 6000,
        to: 6999,
        usual: [16, 18, 19],
        others: ANY,
    },
    { scheme: "RuPay, UnionPay", from: 8100, to: 8299, usual: [16], others: [14, 15, ...UP_TO_19] },
    { scheme: "Uzcard", from: 8600, to: 8600, usual: [16] },
    { scheme: "ArCa", from: 9051, to: 9051, usual: [16] },
    { scheme: "Belkart", from: 9112, to: 9112, usual: [16] },
    { scheme: "UnionPay, China's own", from: 9156, to: 9156, usual: [16], others: UP_TO_19 },
    { scheme: "BC Card", from: 9410, to: 9410, usual: [16] },
    { scheme: "Elcart", from: 9417, to: 9417, usual: [16] },
    { scheme: "mada", from: 9682, to: 9682, usual: [16] },
    { scheme: "NAPAS", from: 9704, to: 9704, usual: [16, 19] },
    { scheme: "Korti Milli", from: 9762, to: 9762, usual: [16] },
    { scheme: "Troy", from: 9792, to: 9792, usual: [16] },
    { scheme: "Prostir", from: 9804, to: 9804, usual: [16] },
    { scheme: "Humo", from: 9860, to: 9860, usual: [16] },
    { scheme: "DinaCard", from: 9891, to: 9891, usual: [16] },
];

/** A bit for each length, by the first four digits. */
const usual = new Uint32Array(10_000);
const allowed = new Uint32Array(10_000);
for (const issuer of ISSUERS) {
    for (let prefix = issuer.from; prefix <= issuer.to; prefix++) {
        for (const length of issuer.usual) usual[prefix] = (usual[prefix] ?? 0) | (1 << length);
        allowed[prefix] = (allowed[prefix] ?? 0) | (usual[prefix] ?? 0);
        for (const length of issuer.others ?? []) allowed[prefix] = (allowed[prefix] ?? 0) | (1 << length);
    }
}

/** The lengths that numbers beginning with these four digits may have, as bits. */
export function allowedLengths(prefix: number): number {
    return allowed[prefix] ?? 0;
}

/** The lengths that they nearly always have, as bits. */
export function usualLengths(prefix: number): number {
    return usual[prefix] ?? 0;
}
