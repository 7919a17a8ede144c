import { brokenCardRows, decimalComma, endlessRow } from "../broken/card-rows.ts";
import { canonical, labelOf } from "../canonical.ts";
import { fileBytes } from "../compress.ts";
import { conflict, type Delivery, mixIn, refused, share, split, type Unit } from "../delivery.ts";
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
    [firstWeek, secondWeek]: readonly [string, string],
    middle: number,
): Delivery[] {
    const entries = payments.map((payment) => ({ reference: reference(random), payment }));
    const [south, north] = split(entries, ({ reference: id, payment }) => southern.has(payment.country) && id < "T8");
    const disputed = { reference: reference(random), payment: spares.card() };
    const first = [...north.filter(({ payment }) => payment.at < middle), disputed];
    const second = north.filter(({ payment }) => payment.at >= middle);

    const file = (key: string, style: CsvStyle, own: readonly Entry[], extra: readonly Unit[]): Delivery => {
        const repeats = own.slice(0, 1).map((entry) => repeated(entry, style));
        const units = mixIn(
            random,
            own.map((entry) => scored(entry, style)),
            [...repeats, ...extra],
        );
        const text = cardFile(
            units.map(({ content }) => content),
            style,
        );
        return { key, bytes: fileBytes(key, text), outcomes: units.map(({ outcome }) => outcome) };
    };
    const spoilt = (style: CsvStyle, kinds: typeof brokenCardRows): Unit[] =>
        kinds.map((kind) => ({
            content: kind.make(cardFields(spares.card(), reference(random), style), style),
            outcome: refused(kind),
        }));
    const again = (style: CsvStyle, some: readonly Entry[]): Unit[] => some.map((entry) => repeated(entry, style));
    return [
        file(`card-network/clearing-${firstWeek}.csv`, plainCsv, first, [
            ...spoilt(plainCsv, share(brokenCardRows, 0, 3)),
            ...again(plainCsv, first.slice(5, 8)),
        ]),
        file(`card-network/clearing-${secondWeek}.csv.gz`, plainCsv, second, [
            ...spoilt(plainCsv, [...share(brokenCardRows, 1, 3), decimalComma, endlessRow]),
            ...again(plainCsv, first.slice(20, 24)),
            tenfold(disputed, plainCsv),
        ]),
        file(`card-network/acquirer-south-${secondWeek}.csv`, continentalCsv, south, [
            ...spoilt(continentalCsv, share(brokenCardRows, 2, 3)),
            ...again(continentalCsv, [...first.slice(30, 33), ...second.slice(4, 6)]),
        ]),
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

function tenfold({ reference, payment }: Entry, style: CsvStyle): Unit {
    const entry = { reference, payment: { ...payment, amountMinor: payment.amountMinor * 10 } };
    return {
        content: row(entry, style),
        outcome: conflict(transactionOf(entry), "the amount changed between two files"),
    };
}
