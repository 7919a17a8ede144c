import type { Period } from "./calendar.ts";
import { accountTakeover } from "./fraud/account-takeover.ts";
import { cardTesting } from "./fraud/card-testing.ts";
import { impossibleTravel } from "./fraud/impossible-travel.ts";
import { muleFanOut } from "./fraud/mule-fan-out.ts";
import { structuring } from "./fraud/structuring.ts";
import { bankTransfers } from "./habits/bank-transfers.ts";
import { businessPayments } from "./habits/business-payments.ts";
import { cardSpending } from "./habits/card-spending.ts";
import { businessTrip } from "./look-alikes/business-trip.ts";
import { cashBusiness } from "./look-alikes/cash-business.ts";
import { familyHoliday } from "./look-alikes/family-holiday.ts";
import { largePurchase } from "./look-alikes/large-purchase.ts";
import { newPhone } from "./look-alikes/new-phone.ts";
import { payroll } from "./look-alikes/payroll.ts";
import { sharedBill } from "./look-alikes/shared-bill.ts";
import { vending } from "./look-alikes/vending.ts";
import { Merchants } from "./merchants.ts";
import { type Population, population } from "./population.ts";
import { Random } from "./random.ts";
import { type Story, takeTurns } from "./story-setting.ts";
import type { Payment } from "./transaction.ts";

export interface StoryOptions {
    seed: number;
    /** How many payments, exactly. */
    payments: number;
    /** Midnight UTC of the first day. */
    start: number;
    /** Length of the period in days. */
    days?: number;
    /** Share of payments that are fraud. */
    fraudShare?: number;
    /** Share of fraud stories whose thief takes care to look ordinary; the first of each pattern never does. */
    evasiveShare?: number;
    /** Share of payments that resemble fraud and are honest. */
    lookAlikeShare?: number;
    /** Multiplies every ordinary amount: a shifted world to test a model in. */
    amountScale?: number;
}

const fraud: readonly Story[] = [
    structuring,
    accountTakeover,
    impossibleTravel,
    cardTesting,
    accountTakeover,
    structuring,
    muleFanOut,
    impossibleTravel,
];
const honest: readonly Story[] = [
    familyHoliday,
    newPhone,
    vending,
    cashBusiness,
    largePurchase,
    payroll,
    businessTrip,
    newPhone,
    sharedBill,
    largePurchase,
];

/** A bank's fortnight in order of time: so many payments, honest and not, each with its label. */
export function story(options: StoryOptions): Payment[] {
    const { seed, payments: total, start, days = 14, amountScale = 1 } = options;
    const { fraudShare = 0.025, evasiveShare = 0.45, lookAlikeShare = 0.09 } = options;
    const random = new Random(seed);
    const merchants = new Merchants(random.fork("merchants"), Math.max(3, Math.round(total / 900)));
    const people = population(random.fork("people"), merchants, Math.max(24, Math.round((total / 18) * (14 / days))));
    const period: Period = { start, days };
    const told = [
        ...tell(random.fork("fraud"), people, period, fraud, total * fraudShare, evasiveShare),
        ...tell(random.fork("look-alikes"), people, period, honest, total * lookAlikeShare, 0),
    ];
    const habits = [
        ...bankTransfers(random.fork("transfers"), people, period),
        ...businessPayments(random.fork("business"), people, period),
    ];
    const ordinary = random
        .fork("cut")
        .shuffle(habits)
        .slice(0, Math.max(0, total - told.length));
    const missing = Math.max(0, total - told.length - ordinary.length);
    const spent = cardSpending(random.fork("cards"), people, period, missing);
    const scaled = [...ordinary, ...spent].map((one) => ({ ...one, amountMinor: scale(one.amountMinor, amountScale) }));
    return [...told, ...scaled].sort((one, other) => one.at - other.at || (one.accountId < other.accountId ? -1 : 1));
}

const scale = (minor: number, factor: number): number => Math.max(1, Math.round(minor * factor));

/** Tells the stories in turn until enough payments belong to one. */
function tell(
    random: Random,
    people: Population,
    period: Period,
    stories: readonly Story[],
    enough: number,
    evasiveShare: number,
): Payment[] {
    const customer = takeTurns(random.fork("customers"), people.customers);
    const business = takeTurns(random.fork("businesses"), people.businesses);
    const payments: Payment[] = [];
    const before = new Set<Story>();
    for (let turn = 0; payments.length < enough; turn++) {
        const setting = { random: random.fork(`turn ${turn}`), population: people, period, customer, business };
        const tale = stories[turn % stories.length] as Story;
        const evasive = before.has(tale) && setting.random.chance(evasiveShare);
        before.add(tale);
        const told = tale({ ...setting, evasive });
        const [first] = told;
        if (first === undefined) continue;
        const episode = `${first.lookAlike ?? told.at(-1)?.pattern}-${turn + 1}`;
        payments.push(...told.map((one) => ({ ...one, episode })));
    }
    return payments;
}
