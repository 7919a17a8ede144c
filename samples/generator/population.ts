import { accountNumber } from "./accounts.ts";
import { cardNumber } from "./cards.ts";
import { type CategoryName, categories, categoryNames } from "./categories.ts";
import { type CountryCode, countries, homes } from "./countries.ts";
import { type Merchant, type Merchants, purchaseAt } from "./merchants.ts";
import { firmName, personName } from "./names.ts";
import type { Random } from "./random.ts";
import type { Payment } from "./transaction.ts";

export interface Customer {
    name: string;
    accountId: string;
    home: CountryCode;
    cardNumber: string;
    phone: string;
    /** How often this customer pays by card, relative to the average of 1. */
    activity: number;
    /** How much more or less than the median is spent. */
    spending: number;
    /** Shops that see this customer again and again. */
    habits: readonly Merchant[];
    landlord: string;
    friends: Customer[];
}

export interface Business {
    name: string;
    accountId: string;
    home: CountryCode;
    branch: string;
    phone: string;
}

export interface Population {
    customers: readonly Customer[];
    businesses: readonly Business[];
    merchants: Merchants;
}

const everyday: readonly CategoryName[] = ["grocery", "fastFood", "transit", "fuel", "pharmacy", "restaurant"];

/** People and firms that bank with us. Several thousand payments need a few hundred of them. */
export function population(random: Random, merchants: Merchants, customerCount: number): Population {
    const customers = Array.from({ length: customerCount }, () => customer(random, merchants));
    for (const one of customers) one.friends = [0, 1, 2].map(() => random.pick(customers)).filter((it) => it !== one);
    const businesses = Array.from({ length: Math.max(6, Math.round(customerCount / 15)) }, () => business(random));
    return { customers, businesses, merchants };
}

function customer(random: Random, merchants: Merchants): Customer {
    const home = random.weighted(homes);
    return {
        name: personName(random),
        accountId: accountNumber(random, home),
        home,
        cardNumber: cardNumber(random),
        phone: deviceId(random),
        activity: random.logNormal(0.87, 0.53),
        spending: random.logNormal(1, 0.3),
        habits: everyday.map((name) => merchants.find(home, name, random)),
        landlord: accountNumber(random, home),
        friends: [],
    };
}

function business(random: Random): Business {
    const home = random.weighted(homes);
    return {
        name: firmName(random),
        accountId: accountNumber(random, home),
        home,
        branch: `${home}-BRANCH-${random.digits(4)}`,
        phone: deviceId(random),
    };
}

export const deviceId = (random: Random): string => `dev-${random.hex(12)}`;

const kinds = categoryNames.map((name) => [name, categories[name].weight] as const);

/** One ordinary purchase by card: mostly where the customer always shops. */
export function ordinaryPurchase(random: Random, who: Customer, merchants: Merchants): [Merchant, Omit<Payment, "at">] {
    const category = random.weighted(kinds);
    const online = random.chance(categories[category].online);
    const habit = who.habits.find((shop) => shop.category === category);
    const shop = online
        ? merchants.online(category, who.home, random)
        : habit && random.chance(0.8)
          ? habit
          : merchants.find(who.home, category, random);
    return [shop, cardPayment(random, who, shop, online, who.spending)];
}

/** A payment by this customer's card; a phone is only known when the card is not at hand. */
export function cardPayment(
    random: Random,
    who: Customer,
    shop: Merchant,
    online: boolean,
    scale = 1,
): Omit<Payment, "at"> {
    return {
        pattern: "legitimate",
        accountId: who.accountId,
        ...purchaseAt(shop, random, scale),
        channel: "card",
        cardNumber: who.cardNumber,
        entryMode: online ? "ecommerce" : random.chance(0.68) ? "contactless" : "chip",
        ...(online || random.chance(0.2) ? { deviceId: who.phone } : {}),
    };
}

export const homeCurrency = (who: { home: CountryCode }) => countries[who.home].currency;
