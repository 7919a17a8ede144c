import { gzipSync } from "fflate";
import { hour } from "../calendar.ts";
import { fileBytes } from "../compress.ts";
import type { Delivery, Unit } from "../delivery.ts";
import { type Booking, bookingFields, bookingLine } from "../formats/core-banking-ndjson.ts";
import type { Payment } from "../transaction.ts";
import { hiddenCardNumber } from "./card-files.ts";
import { ibanTransfer, type OddWorld, refusedAs, scoredAs } from "./odd-rows.ts";

type Change = (fields: Booking) => Booking;

export function oddBookingFiles(world: OddWorld): Delivery[] {
    return [correspondent(world), branches(world), altered(world)];
}

/** One account in four spellings, objects without line ends between them, and what could mean two things. */
function correspondent(world: OddWorld): Delivery {
    const payment = ibanTransfer(world.spares);
    const spelt = (spelling: (iban: string) => string, index: number): Unit =>
        good(world, { ...payment, at: payment.at + index * hour }, (fields) => ({
            ...fields,
            accountId: JSON.stringify(spelling(payment.accountId)),
        }));
    const inFours = (iban: string): string => iban.replace(/(?<=^(?:.{4})+)(?=.)/g, " ");
    const exponent: Payment = { ...world.spares.transfer(), amountMinor: 125_000, currency: "EUR" };
    const groups: [units: Unit[], end: string][] = [
        [[spelt((iban) => iban, 0)], "\r"],
        [[spelt((iban) => iban.toLowerCase(), 1), spelt((iban) => `IBAN ${inFours(iban)}`, 2)], "\r\n"],
        [[spelt((iban) => inFours(iban).toLowerCase(), 3)], "\n"],
        [[good(world, exponent, (fields) => ({ ...fields, amount: "1.25e3" }))], "\r"],
        [[good(world, world.spares.transfer(), (fields) => ({ ...fields, channel: escaped(fields.channel) }))], "\n"],
        [[bad(world, "malformed-row", "a field twice", undefined, '{"amount":"1.00",')], "\n"],
        [[bad(world, "ambiguous-amount", "a comma in a text", { amount: '"1,000"' })], "\r\n"],
        [[bad(world, "ambiguous-time", "the clock of nowhere", { bookedAt: '"2026-10-04T02:30:00"' })], "\r"],
        [[bad(world, "invalid-time", "an offset of 15 hours", { bookedAt: '"2026-10-04T02:30:00+14:59"' })], "\n"],
        [
            [
                bad(world, "missing-field", "a card number behind escapes, and no amount", {
                    amount: "null",
                    note: escaped(JSON.stringify(hiddenCardNumber)),
                }),
            ],
            "\n",
        ],
    ];
    const text = groups.map(([units, end]) => units.map(({ content }) => content).join("") + end).join("");
    const key = `core-banking/correspondent-${world.date}.ndjson`;
    const outcomes = groups.flatMap(([units]) => units.map(({ outcome }) => outcome));
    return { key, bytes: fileBytes(key, text), outcomes };
}

/** What two branches packed, each with a byte order mark, put one behind the other. */
function branches(world: OddWorld): Delivery {
    const units = Array.from({ length: 4 }, () => good(world, world.spares.transfer()));
    const member = (own: readonly Unit[]): Uint8Array =>
        gzipSync(new TextEncoder().encode(`\ufeff${own.map(({ content }) => `${content}\n`).join("")}`), { mtime: 0 });
    const bytes = Uint8Array.from([...member(units.slice(0, 2)), ...member(units.slice(2))]);
    return {
        key: `core-banking/branches-${world.date}.ndjson.gz`,
        bytes,
        outcomes: units.map(({ outcome }) => outcome),
    };
}

/** An amount was changed on the way, as the checksum behind the last row tells: no row may be believed. */
function altered(world: OddWorld): Delivery {
    const text = Array.from({ length: 3 }, () => `${good(world, world.spares.transfer()).content}\n`).join("");
    // Stored as it is, so that the digit can be found.
    const bytes = gzipSync(new TextEncoder().encode(text), { level: 0, mtime: 0 });
    const at = Buffer.from(bytes).indexOf('"amount":"') + '"amount":"'.length;
    bytes[at] = bytes[at] === 0x39 ? 0x31 : 0x39;
    const key = `core-banking/altered-${world.date}.ndjson.gz`;
    return { key, bytes, outcomes: [], fault: { reason: "unreadable-file", afterRow: 0 } };
}

function good(world: OddWorld, payment: Payment, change: Change = (fields) => fields): Unit {
    const reference = referenceOf(world);
    const content = bookingLine(change(bookingFields(payment, reference, false)));
    return { content, outcome: scoredAs(payment, "core-banking", reference) };
}

function bad(
    world: OddWorld,
    reason: Parameters<typeof refusedAs>[0],
    cause: string,
    instead: Booking = {},
    opening = "{",
): Unit {
    const fields = { ...bookingFields(world.spares.transfer(), referenceOf(world), false), ...instead };
    return { content: bookingLine(fields).replace("{", opening), outcome: refusedAs(reason, cause) };
}

const referenceOf = ({ random }: OddWorld): string => `CB-${random.hex(10).toUpperCase()}`;

/** The same JSON text with each letter and digit behind an escape. */
function escaped(json = '""'): string {
    return json.replace(/[A-Za-z0-9]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}
