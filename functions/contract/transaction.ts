import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { COUNTRIES } from "./countries.ts";
import { MINOR_UNITS } from "./currencies.ts";
import { CARD_TOKEN, IDENTIFIER, SOURCE, SOURCE_MAX_LENGTH } from "./identifiers.ts";
import { isCanonicalTime } from "./time.ts";

export const CHANNELS = ["card", "wire", "instant", "ach", "cash"] as const;
export type Channel = (typeof CHANNELS)[number];

const identifier = z.string().check(z.regex(IDENTIFIER));

/** What every step after `unpack` and every live producer speaks: one transaction, money in integer minor units. */
export const Transaction = z
    .strictObject({
        /** Unique over all sources: `<source>:<the source's own reference>`. */
        id: identifier,
        source: z.string().check(z.regex(SOURCE), z.maxLength(SOURCE_MAX_LENGTH)),
        accountId: identifier,
        counterpartyId: identifier,
        /** In the currency's minor unit: cents for EUR, whole yen for JPY. */
        amountMinor: z.int().check(z.positive()),
        /** ISO 4217. */
        currency: z.string().check(z.refine((code) => MINOR_UNITS.has(code))),
        /** UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
        occurredAt: z.string().check(z.refine(isCanonicalTime)),
        channel: z.enum(CHANNELS),
        /** ISO 3166-1 alpha-2. */
        country: z.string().check(z.refine((code) => COUNTRIES.has(code))),
        /** ISO 18245, cards only. */
        merchantCategory: z.optional(z.string().check(z.regex(/^\d{4}$/))),
        /** Cards only. */
        cardToken: z.optional(z.string().check(z.regex(CARD_TOKEN))),
        deviceId: z.optional(identifier),
    })
    .check(
        z.refine((value) => value.channel === "card" || value.merchantCategory === undefined, {
            path: ["merchantCategory"],
        }),
        z.refine((value) => value.channel === "card" || value.cardToken === undefined, { path: ["cardToken"] }),
    );
export type Transaction = z.infer<typeof Transaction>;

/** Canonical order: of the JSON, of the hash, and of the checks, since a row is refused for its first wrong field. */
export const FIELDS = [
    "id",
    "source",
    "accountId",
    "counterpartyId",
    "amountMinor",
    "currency",
    "occurredAt",
    "channel",
    "country",
    "merchantCategory",
    "cardToken",
    "deviceId",
] as const satisfies readonly (keyof Transaction)[];
export type Field = (typeof FIELDS)[number];

/** JSON with the fields in canonical order: equal transactions give equal text. */
export function canonicalJson(transaction: Transaction): string {
    return JSON.stringify(transaction, FIELDS as unknown as string[]);
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function contentHash(transaction: Transaction): string {
    return createHash("sha256").update(canonicalJson(transaction)).digest("hex");
}
