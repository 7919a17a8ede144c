import type { Transaction } from "../../../../contract/transaction/transaction.ts";
import type { Chance } from "../stage/chance.ts";

const HOUR = 3_600_000;
const CURRENCIES = ["EUR", "EUR", "EUR", "USD", "GBP", "CHF"] as const;
const COUNTRIES = ["DE", "DE", "FR", "NL", "ES", "IT", "GB", "US"] as const;
const CHANNELS = ["wire", "ach", "instant", "cash"] as const;
/** Of all payments, those that belong to a thief. */
const STOLEN = 0.03;
const SPREE = 6;

/** Payments of about one account for each 25 of them; `occurredAt` is set when they are sent. */
export class Payments {
    readonly #chance: Chance;
    readonly #accounts: number;
    /** Of an account that was taken over: payments still to come, at night, to new receivers, within minutes. */
    #spree: { account: string; left: number } | undefined;
    #number = 0;

    constructor(chance: Chance, count: number) {
        this.#chance = chance;
        this.#accounts = Math.max(20, Math.floor(count / 25));
    }

    /** `sentAt`: when its source sends it; by that source's clock it lies up to some hours before. */
    next(source: string, sentAt: number): Transaction {
        const chance = this.#chance;
        const number = ++this.#number;
        const account = (index: number) => `acct-${String(index).padStart(6, "0")}`;
        if (this.#spree === undefined && chance.happens(STOLEN / SPREE)) {
            this.#spree = { account: account(chance.below(this.#accounts)), left: SPREE };
        }
        const base = { id: `${source}:P-${number}x`, source, currency: chance.one(CURRENCIES) };
        if (this.#spree !== undefined) {
            const accountId = this.#spree.account;
            if (--this.#spree.left === 0) this.#spree = undefined;
            return {
                ...{ ...base, currency: "EUR", accountId, counterpartyId: `mule-${chance.below(1_000_000)}` },
                amountMinor: 150_000 + chance.below(800_000),
                ...{ occurredAt: timeOf(sentAt - chance.below(60_000)), channel: "instant", country: "BR" },
            };
        }
        return {
            ...{
                ...base,
                accountId: account(chance.below(this.#accounts)),
                counterpartyId: `shop-${chance.below(5000)}`,
            },
            amountMinor: 100 + chance.below(30_000),
            ...{
                occurredAt: timeOf(sentAt - chance.below(3 * HOUR)),
                channel: chance.one(CHANNELS),
                country: chance.one(COUNTRIES),
            },
        };
    }
}

/** To the second, as files write times. */
function timeOf(ms: number): string {
    return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}
