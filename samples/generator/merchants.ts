import { type CategoryName, categories, categoryNames, price } from "./categories.ts";
import { type CountryCode, countries } from "./countries.ts";
import type { Random } from "./random.ts";
import type { Payment } from "./transaction.ts";

export interface Merchant {
    id: string;
    category: CategoryName;
    country: CountryCode;
    /** Some shops are dearer than others of their kind. */
    priceScale: number;
}

/** Categories that sell over borders, and where their shops sit. */
const webCategories: readonly CategoryName[] = ["digital", "games", "department", "clothing", "electronics", "airline"];
const webCountries = [
    ["IE", 5],
    ["US", 3],
    ["GB", 2],
    ["DE", 2],
] as const;

/** Shops in every country, found by country and category. */
export class Merchants {
    readonly #byPlace = new Map<string, Merchant[]>();
    readonly #random: Random;

    constructor(random: Random, perCategory: number) {
        this.#random = random;
        for (const country of Object.keys(countries) as CountryCode[]) {
            for (const category of categoryNames) {
                const shops = Array.from({ length: perCategory }, () => newMerchant(random, category, country));
                this.#byPlace.set(`${country}/${category}`, shops);
            }
        }
    }

    /** The first shops of a list have the most customers, as in any town. */
    find(country: CountryCode, category: CategoryName, random: Random = this.#random): Merchant {
        const shops = this.#byPlace.get(`${country}/${category}`) ?? [];
        return random.weighted(shops.map((shop, rank) => [shop, 1 / (rank + 1)] as const));
    }

    online(category: CategoryName, home: CountryCode, random: Random): Merchant {
        const abroad = webCategories.includes(category) && random.chance(0.45);
        return this.find(abroad ? random.weighted(webCountries) : home, category, random);
    }
}

function newMerchant(random: Random, category: CategoryName, country: CountryCode): Merchant {
    return { id: `${country}M${random.digits(7)}`, category, country, priceScale: random.logNormal(1, 0.2) };
}

type Purchase = Pick<Payment, "counterpartyId" | "amountMinor" | "currency" | "country" | "merchantCategory">;

/** What a purchase at this shop looks like, in the currency of its country. */
export function purchaseAt(merchant: Merchant, random: Random, scale = 1): Purchase {
    const { currency } = countries[merchant.country];
    return {
        counterpartyId: merchant.id,
        amountMinor: price(random, merchant.category, currency, merchant.priceScale * scale),
        currency,
        country: merchant.country,
        merchantCategory: categories[merchant.category].code,
    };
}
