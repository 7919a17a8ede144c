import { datesOf, hours, isRentDay, moment, momentOn, type Period, weeks } from "../calendar.ts";
import type { CountryCode } from "../countries.ts";
import { minorFromEuros } from "../currencies.ts";
import { type Customer, homeCurrency, type Population } from "../population.ts";
import type { Random } from "../random.ts";
import type { Payment } from "../transaction.ts";

/** Somebody with an account. */
type Party = Pick<Customer, "name" | "accountId" | "home">;

/** A payment from account to account, in the payer's currency. */
export function transfer(
    payer: Party,
    payee: { accountId: string; home: CountryCode; name?: string },
    details: { euros: number; at: number; channel: "wire" | "instant" | "ach"; deviceId?: string },
): Payment {
    const currency = homeCurrency(payer);
    return {
        pattern: "legitimate",
        accountId: payer.accountId,
        counterpartyId: payee.accountId,
        amountMinor: minorFromEuros(details.euros, currency),
        currency,
        at: details.at,
        channel: details.channel,
        country: payee.home,
        payer: payer.name,
        ...(payee.name === undefined ? {} : { payee: payee.name }),
        ...(details.deviceId === undefined ? {} : { deviceId: details.deviceId }),
    };
}

/** Rent at the start of the month, bills, money between friends, and now and then something large. */
export function bankTransfers(random: Random, { customers, merchants }: Population, period: Period): Payment[] {
    return customers.flatMap((one) => [
        ...rent(random, one, period),
        ...times(random, 0.55, () => bill(random, one, merchants.find(one.home, "utilities").id, period)),
        ...times(random, 1.3, () => friendly(random, one, period)),
        ...times(random, 0.12, () => occasional(random, one, period)),
        ...times(random, 0.15, () => cashAtCounter(random, one, period)),
    ]);
}

/** As many as events that come on average so often in the period. */
function times(random: Random, mean: number, make: () => Payment | undefined): Payment[] {
    const made: Payment[] = [];
    for (let left = 1 - random.exponential(1 / mean); left > 0; left -= random.exponential(1 / mean)) {
        const payment = make();
        if (payment) made.push(payment);
    }
    return made;
}

function rent(random: Random, who: Customer, period: Period): Payment[] {
    const date = datesOf(period).find(isRentDay);
    if (date === undefined || random.chance(0.42)) return [];
    const euros = Math.round(random.logNormal(870, 0.35) / 5) * 5;
    const at = momentOn(random, date, who.home, hours.office);
    return [transfer(who, { accountId: who.landlord, home: who.home }, { euros, at, channel: "ach" })];
}

function bill(random: Random, who: Customer, utility: string, period: Period): Payment {
    const at = moment(random, period, who.home, weeks.banking, hours.office);
    const payee = { accountId: utility, home: who.home };
    return transfer(who, payee, { euros: random.logNormal(72, 0.7), at, channel: "ach" });
}

function friendly(random: Random, who: Customer, period: Period): Payment | undefined {
    if (who.friends.length === 0) return undefined;
    const at = moment(random, period, who.home, weeks.leisure, hours.evening);
    const euros = Math.max(1, Math.round(random.logNormal(28, 1) * 2) / 2);
    const details = { euros, at, channel: random.chance(0.75) ? "instant" : "wire", deviceId: who.phone } as const;
    return transfer(who, random.pick(who.friends), details);
}

/** A car, a builder, savings moved: rare, large, by wire in office hours. */
function occasional(random: Random, who: Customer, period: Period): Payment | undefined {
    if (who.friends.length === 0) return undefined;
    const at = moment(random, period, who.home, weeks.banking, hours.office);
    const euros = random.logNormal(900, 1.1);
    return transfer(who, random.pick(who.friends), { euros, at, channel: "wire", deviceId: who.phone });
}

function cashAtCounter(random: Random, who: Customer, period: Period): Payment {
    const at = moment(random, period, who.home, weeks.banking, hours.office);
    const payee = { accountId: `${who.home}-BRANCH-${who.accountId.slice(-4)}`, home: who.home };
    const euros = Math.max(10, Math.round(random.logNormal(220, 0.9) / 10) * 10);
    return { ...transfer(who, payee, { euros, at, channel: "ach" }), channel: "cash" };
}
