import type { CountryCode } from "./countries.ts";
import type { CurrencyCode } from "./currencies.ts";

export const fraudPatterns = [
    "card-testing",
    "account-takeover",
    "structuring",
    "mule-fan-out",
    "impossible-travel",
] as const;

export type FraudPattern = (typeof fraudPatterns)[number];

export const lookAlikes = [
    "family-holiday",
    "business-trip",
    "cash-business",
    "payroll",
    "new-phone",
    "vending",
    "shared-bill",
    "large-purchase",
] as const;

export type LookAlike = (typeof lookAlikes)[number];

/** What the generator alone knows: whether a person stole, and which story the payment belongs to. */
export interface Label {
    pattern: FraudPattern | "legitimate";
    /** Honest behaviour that resembles a fraud pattern. */
    lookAlike?: LookAlike;
    /** Payments of one story share it; a model must not see one story in training and in testing. */
    episode?: string;
}

/** A payment as it happened, before any source has written it down. */
export interface Payment extends Label {
    accountId: string;
    counterpartyId: string;
    amountMinor: number;
    currency: CurrencyCode;
    /** Milliseconds since 1970, UTC. */
    at: number;
    channel: "card" | "wire" | "instant" | "ach" | "cash";
    country: CountryCode;
    merchantCategory?: string;
    cardNumber?: string;
    deviceId?: string;
    entryMode?: "chip" | "contactless" | "ecommerce" | "magstripe";
    payer?: string;
    payee?: string;
}

export const asFraud =
    (pattern: FraudPattern) =>
    (payment: Payment): Payment => ({ ...payment, pattern });

export const asLookAlike =
    (lookAlike: LookAlike) =>
    (payment: Payment): Payment => ({ ...payment, lookAlike });
