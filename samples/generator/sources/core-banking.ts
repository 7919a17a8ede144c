import { brokenBookings } from "../broken/bookings.ts";
import { canonical, labelOf } from "../canonical.ts";
import { fileBytes } from "../compress.ts";
import { conflict, type Delivery, mixIn, refused, share, type Unit } from "../delivery.ts";
import { bookingFields, bookingFile, bookingLine } from "../formats/core-banking-ndjson.ts";
import type { Random } from "../random.ts";
import type { Payment } from "../transaction.ts";
import type { Spares } from "./spares.ts";

/** One booking of the ledger. */
export interface Booked {
    reference: string;
    payment: Payment;
}

export interface CoreBanking {
    files: Delivery[];
    /** Some of what the files hold, for others to deliver again. */
    booked: readonly Booked[];
}

/** The bookings of two weeks, the second gzipped. */
export function coreBankingFiles(
    random: Random,
    payments: readonly Payment[],
    spares: Spares,
    weekEnds: readonly [string, string],
    middle: number,
): CoreBanking {
    const entries = payments.map((payment) => ({ reference: reference(random), payment }));
    const first = entries.filter(({ payment }) => payment.at < middle);
    const second = entries.filter(({ payment }) => payment.at >= middle);
    const disputed = { reference: reference(random), payment: spares.transfer() };
    const elsewhere: Booked = { ...disputed, payment: { ...disputed.payment, country: "SE" } };
    const disputing: Unit = {
        content: line(elsewhere, true),
        outcome: conflict(bookedTransaction(elsewhere), "the country changed within a file"),
    };
    const week = (index: number, own: readonly Booked[], again: readonly Booked[]): Unit[] => [
        ...again.map((entry) => repeated(entry, index === 1)),
        ...share(brokenBookings, index, 2).map((kind) => ({
            content: kind.make(bookingFields(spares.transfer(), reference(random), index === 1)),
            outcome: refused(kind),
        })),
        ...own.slice(0, 2).map((entry) => repeated(entry, index === 0)),
    ];
    const units = (asNumber: boolean, own: readonly Booked[], extra: readonly Unit[]): Unit[] =>
        mixIn(
            random,
            own.map((entry) => scored(entry, asNumber)),
            extra,
        );
    const firstUnits = units(false, [...first, disputed], [...week(0, first, []), disputing]);
    const secondUnits = units(true, second, week(1, second, first.slice(10, 13)));
    return {
        files: [
            file(`core-banking/bookings-${weekEnds[0]}.ndjson`, firstUnits),
            file(`core-banking/bookings-${weekEnds[1]}.ndjson.gz`, secondUnits),
        ],
        booked: entries,
    };
}

const reference = (random: Random): string => `CB-${random.hex(10).toUpperCase()}`;

export const bookedTransaction = ({ reference, payment }: Booked) =>
    canonical(payment, "core-banking", `core-banking:${reference}`);

const line = ({ reference, payment }: Booked, asNumber: boolean): string =>
    bookingLine(bookingFields(payment, reference, asNumber));

function scored(entry: Booked, asNumber: boolean): Unit {
    const outcome = { kind: "scored", transaction: bookedTransaction(entry), label: labelOf(entry.payment) } as const;
    return { content: line(entry, asNumber), outcome };
}

function repeated(entry: Booked, asNumber: boolean): Unit {
    return { content: line(entry, asNumber), outcome: { kind: "duplicate", transaction: bookedTransaction(entry) } };
}

function file(key: string, units: readonly Unit[]): Delivery {
    const text = bookingFile(units.map(({ content }) => content));
    return { key, bytes: fileBytes(key, text), outcomes: units.map(({ outcome }) => outcome) };
}
