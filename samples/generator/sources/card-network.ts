import { brokenCardRows, decimalComma, endlessRow } from "../broken/card-rows.ts";
import { canonical, labelOf } from "../canonical.ts";
import { fileBytes } from "../compress.ts";
import { type BrokenKind, type Delivery, mixIn, refused, share, type Unit } from "../delivery.ts";
import { type CsvStyle, cardFields, cardFile, cardRow, continentalCsv, plainCsv } from "../formats/card-network-csv.ts";
import type { Random } from "../random.ts";
import type { Payment } from "../transaction.ts";
import type { Spares } from "./spares.ts";

interface Entry {
    reference: string;
    payment: Payment;
}

const southern = new Set(["ES", "IT", "FR"]);

/** Two weeks of one network, plain and gzipped, and the file of a continental acquirer. */
export function cardNetworkFiles(
    random: Random,
    payments: readonly Payment[],
    spares: Spares,
    weekEnds: readonly [string, string],
    middle: number,
): Delivery[] {
    const entries = payments.map((payment) => ({ reference: reference(random), payment }));
    const south = (entry: Entry): boolean => southern.has(entry.payment.country) && entry.reference < "T8";
    const first = entries.filter((entry) => !south(entry) && entry.payment.at < middle);
    const second = entries.filter((entry) => !south(entry) && entry.payment.at >= middle);
    const disputed = { reference: reference(random), payment: spares.card() };
    const tenfold = { ...disputed.payment, amountMinor: disputed.payment.amountMinor * 10 };
    const conflict: Unit = {
        content: row({ ...disputed, payment: tenfold }, plainCsv),
        outcome: {
            kind: "quarantined",
            by: "screen",
            reason: "conflict",
            cause: "the amount changed between two files",
        },
    };
    const part = (index: number, style: CsvStyle, own: readonly Entry[], again: readonly Entry[]): Unit[] => [
        ...again.map((entry) => repeated(entry, style)),
        ...broken(random, style, spares, share(brokenCardRows, index, 3)),
        ...own.slice(0, 1).map((entry) => repeated(entry, style)),
    ];
    const units = (style: CsvStyle, own: readonly Entry[], extra: readonly Unit[]): Unit[] =>
        mixIn(
            random,
            own.map((entry) => scored(entry, style)),
            extra,
        );
    const plain = part(0, plainCsv, [...first, disputed], first.slice(5, 8));
    const zipped = part(1, plainCsv, second, first.slice(20, 24));
    const continental = part(2, continentalCsv, entries.filter(south), [...first.slice(30, 33), ...second.slice(4, 6)]);
    const odd = broken(random, plainCsv, spares, [decimalComma, endlessRow]);
    return [
        file(`card-network/clearing-${weekEnds[0]}.csv`, plainCsv, units(plainCsv, [...first, disputed], plain)),
        file(
            `card-network/clearing-${weekEnds[1]}.csv.gz`,
            plainCsv,
            units(plainCsv, second, [...zipped, ...odd, conflict]),
        ),
        file(
            `card-network/acquirer-south-${weekEnds[1]}.csv`,
            continentalCsv,
            units(continentalCsv, entries.filter(south), continental),
        ),
    ];
}

/** Never digits alone: a reference must not be taken for a card number. */
const reference = (random: Random): string => `T${random.hex(11).toUpperCase()}`;

const row = ({ reference, payment }: Entry, style: CsvStyle): string =>
    cardRow(cardFields(payment, reference, style), style);

const transactionOf = ({ reference, payment }: Entry) =>
    canonical(payment, "card-network", `card-network:${reference}`);

function scored(entry: Entry, style: CsvStyle): Unit {
    const outcome = { kind: "scored", transaction: transactionOf(entry), label: labelOf(entry.payment) } as const;
    return { content: row(entry, style), outcome };
}

function repeated(entry: Entry, style: CsvStyle): Unit {
    return { content: row(entry, style), outcome: { kind: "duplicate", transaction: transactionOf(entry) } };
}

function broken(
    random: Random,
    style: CsvStyle,
    spares: Spares,
    kinds: readonly BrokenKind<(typeof decimalComma)["make"]>[],
): Unit[] {
    return kinds.map((kind) => {
        const fields = cardFields(spares.card(), reference(random), style);
        return { content: kind.make(fields, style), outcome: refused(kind) };
    });
}

function file(key: string, style: CsvStyle, units: readonly Unit[]): Delivery {
    const text = cardFile(
        units.map(({ content }) => content),
        style,
    );
    return { key, bytes: fileBytes(key, text), outcomes: units.map(({ outcome }) => outcome) };
}
