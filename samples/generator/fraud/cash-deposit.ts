import type { CountryCode } from "../countries.ts";
import { type CurrencyCode, minorFromMajor } from "../currencies.ts";
import type { Payment } from "../transaction.ts";

/** From how much cash on a bank must report, in units of the currency; assumed where a country has no such rule. */
const reportingLimits: Readonly<Record<CurrencyCode, number>> = {
    EUR: 10_000,
    USD: 10_000,
    GBP: 10_000,
    CHF: 15_000,
    SEK: 100_000,
    PLN: 40_000,
    JPY: 2_000_000,
    KWD: 3_000,
    BHD: 6_000,
    THB: 2_000_000,
    BRL: 50_000,
};

/** Cash over the counter: `share` of the reporting limit, in notes. */
export function cashDeposit(
    who: { accountId: string; home: CountryCode; name: string },
    branch: string,
    { share, currency, at }: { share: number; currency: CurrencyCode; at: number },
): Payment {
    const limit = reportingLimits[currency];
    const note = limit / 1000;
    return {
        pattern: "legitimate",
        accountId: who.accountId,
        counterpartyId: branch,
        amountMinor: minorFromMajor(Math.floor((share * limit) / note) * note, currency),
        currency,
        at,
        channel: "cash",
        country: who.home,
        payer: who.name,
    };
}
